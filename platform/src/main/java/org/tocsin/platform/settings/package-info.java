/** A service starts with settings that are complete and understood, or not at all. */
@NullMarked
package org.tocsin.platform.settings;

import org.jspecify.annotations.NullMarked;
