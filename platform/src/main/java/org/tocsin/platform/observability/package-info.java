/** What a service tells of itself: logs, traces and metrics, in the domain's words and without anybody's content. */
@NullMarked
package org.tocsin.platform.observability;

import org.jspecify.annotations.NullMarked;
