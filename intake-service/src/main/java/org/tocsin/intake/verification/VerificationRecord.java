package org.tocsin.intake.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.intake.incident.Incident;
import org.tocsin.platform.sealing.Sealed;

/**
 * A decision as it goes on record.
 *
 * @param incident as it is after the decision
 * @param corroboratedBy who corroborated, and likewise the note: only ever sealed
 */
record VerificationRecord(
        Incident incident,
        Ruling ruling,
        String verifier,
        Instant at,
        @Nullable Sealed corroboratedBy,
        @Nullable Sealed note) {}
