package org.tocsin.intake.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.Role;

/** An incident as it is shown: no names, except to the one who works on it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentView(
        UUID incidentId,
        IncidentStatus status,
        @Schema(description = "One more with every change.") long version,
        Instant receivedAt,
        String submittedBy,
        @Nullable String onBehalfOf,
        @Nullable SourceConnection sourceConnection,
        String country,
        Occurred occurred,
        List<Violation> violations,
        Urgency urgency,
        List<Person> persons,
        @Nullable String narrativeLanguage,

        @Schema(description = "Who works on it; for staff only.") @Nullable
        Claim claim,

        @Schema(description = "For the verifier who works on it only; each look is recorded.") @Nullable
        Identities identities) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OccurredView")
    record Occurred(LocalDate from, @Nullable LocalDate to, DatePrecision precision) {}

    @Schema(name = "PersonView")
    record Person(String person, Sector sector) {}

    static IncidentView of(Incident incident, @Nullable Identities identities, Caller to) {
        var facts = incident.facts();
        var origin = incident.origin();
        return new IncidentView(
                incident.id(),
                incident.status(),
                incident.version(),
                incident.receivedAt(),
                origin.submittedBy(),
                origin.onBehalfOf(),
                origin.connection(),
                facts.country().code(),
                new Occurred(
                        facts.occurred().from(),
                        facts.occurred().to(),
                        facts.occurred().precision()),
                facts.violations(),
                facts.urgency(),
                IntStream.range(0, facts.sectors().size())
                        .mapToObj(i -> new Person(
                                facts.tokens().get(i), facts.sectors().get(i)))
                        .toList(),
                facts.narrativeLanguage(),
                to.is(Role.VERIFIER) ? incident.claim() : null,
                identities);
    }
}
