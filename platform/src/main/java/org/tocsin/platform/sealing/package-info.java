/** Sealing and opening of personal data, and the client for the data keys that intake-service keeps. */
@NullMarked
package org.tocsin.platform.sealing;

import org.jspecify.annotations.NullMarked;
