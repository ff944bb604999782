/** Breaks the rules of the house, so that each is seen to fail. */
@NullMarked
package org.tocsin.broken.two;

import org.jspecify.annotations.NullMarked;
