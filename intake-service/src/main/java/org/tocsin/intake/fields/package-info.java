/** Reads the properties of a request and says everything that is wrong with them at once. Knows no feature. */
@NullMarked
package org.tocsin.intake.fields;

import org.jspecify.annotations.NullMarked;
