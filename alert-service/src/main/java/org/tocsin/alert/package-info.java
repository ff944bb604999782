/** Turns verified facts into an appeal in the languages of the network. Starts here; the features are the packages below. */
@NullMarked
package org.tocsin.alert;

import org.jspecify.annotations.NullMarked;
