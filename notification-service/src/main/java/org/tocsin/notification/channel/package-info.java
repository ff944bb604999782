/**
 * The port to the ways of reaching people: what goes out, and what an attempt came to. No protocol; each adapter has a
 * sub-package of its own.
 */
@NullMarked
package org.tocsin.notification.channel;

import org.jspecify.annotations.NullMarked;
