/** The pages as people see them: in a browser, without script, on a telephone. */
@NullMarked
package org.tocsin.browser;

import org.jspecify.annotations.NullMarked;
