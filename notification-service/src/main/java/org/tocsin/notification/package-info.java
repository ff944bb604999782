/** Puts an issued appeal in front of every member, by every way the member chose, and accounts for each. */
@NullMarked
package org.tocsin.notification;

import org.jspecify.annotations.NullMarked;
