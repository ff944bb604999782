/**
 * From a report to a stored incident, and every state it may take afterwards. May use the vault, into which everything
 * personal goes before a row is written; nothing here knows how an incident is verified.
 */
@NullMarked
package org.tocsin.intake.incident;

import org.jspecify.annotations.NullMarked;
