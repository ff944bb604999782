/** The rules of the house that can be checked; each module runs them over its own classes. */
@NullMarked
package org.tocsin.platform.rules;

import org.jspecify.annotations.NullMarked;
