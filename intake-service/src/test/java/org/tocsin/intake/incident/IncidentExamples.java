package org.tocsin.intake.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Country;

/** Invented incidents for tests. */
public final class IncidentExamples {

    public static final String PARTNER = "partner-one";
    public static final String VERIFIER = "verifier-one";
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final UUID ID = UUID.fromString("01936000-0000-7000-8000-000000000001");

    private IncidentExamples() {}

    public static Facts facts(Sector... persons) {
        return new Facts(
                new Country("COD"),
                new Period(LocalDate.of(2026, 11, 20), null, DatePrecision.DAY),
                List.of(Violation.ARB_ARREST, Violation.THREAT),
                Urgency.URGENT,
                List.of(persons),
                "fr");
    }

    /** One in any state, claimed or not. */
    public static Incident incident(IncidentStatus status, @Nullable String claimedBy, Sector... persons) {
        return new Incident(
                ID,
                7,
                status,
                NOON,
                new Origin(PARTNER, null, null),
                facts(persons),
                claimedBy == null ? null : new Claim(claimedBy, NOON),
                "key-1");
    }
}
