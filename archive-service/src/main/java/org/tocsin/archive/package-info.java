/** Keeps every event, provably unchanged, and answers who did what and when. */
@NullMarked
package org.tocsin.archive;

import org.jspecify.annotations.NullMarked;
