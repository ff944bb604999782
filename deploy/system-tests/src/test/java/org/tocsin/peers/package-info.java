/** The stack against programs that others wrote and many people run. */
@NullMarked
package org.tocsin.peers;

import org.jspecify.annotations.NullMarked;
