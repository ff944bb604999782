/**
 * Takes reports, has them verified, keeps identities and their keys. Start with {@code incident.IncidentController} for
 * the way in, {@code incident.Incident} for what may happen to a report.
 */
@NullMarked
package org.tocsin.intake;

import org.jspecify.annotations.NullMarked;
