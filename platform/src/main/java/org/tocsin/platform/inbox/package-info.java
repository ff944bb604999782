/**
 * An event is acted on once per consumer; what cannot be acted on is kept in the quarantine and can be redriven.
 * Knows neither the events nor the services.
 */
@NullMarked
package org.tocsin.platform.inbox;

import org.jspecify.annotations.NullMarked;
