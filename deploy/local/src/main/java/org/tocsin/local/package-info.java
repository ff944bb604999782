/** The whole system on one machine: the embedded peers, the four services as processes, and a demo through the front doors. */
@NullMarked
package org.tocsin.local;

import org.jspecify.annotations.NullMarked;
