/**
 * Names, contacts and words of people, and the keys that open them: one data key an incident, wrapped by the master key.
 * Reachable only by token; every reveal and every key handed out is recorded. Knows neither incidents nor decisions.
 */
@NullMarked
package org.tocsin.intake.vault;

import org.jspecify.annotations.NullMarked;
