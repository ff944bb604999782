/** The languages of the network, and countries by their codes and names. */
@NullMarked
package org.tocsin.platform.language;

import org.jspecify.annotations.NullMarked;
