/** Holds the contracts to their released copies and to the rules of their evolution. */
@NullMarked
package org.tocsin.schemas;

import org.jspecify.annotations.NullMarked;
