/** What happened to a case, step by step, and who did it. Ids, words and account names only; no texts. */
@NullMarked
package org.tocsin.archive.timeline;

import org.jspecify.annotations.NullMarked;
