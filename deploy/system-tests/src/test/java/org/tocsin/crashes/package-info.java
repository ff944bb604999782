/** Whatever dies, nothing is lost: each process is killed at its worst moments. */
@NullMarked
package org.tocsin.crashes;

import org.jspecify.annotations.NullMarked;
