/** What the tests of the platform share. */
@NullMarked
package org.tocsin.platform;

import org.jspecify.annotations.NullMarked;
