package org.tocsin.intake.incident;

import org.springframework.stereotype.Component;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.schemas.incident.IncidentReceived;

/** The way out: topic {@code tocsin.incident.v1}. What comes of verification leaves by {@code VerificationEvents}. */
@Component
class IncidentEvents {

    private final Outbox outbox;

    IncidentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void received(Incident incident) {
        var facts = incident.facts();
        outbox.add(
                incident.id(),
                IncidentReceived.newBuilder()
                        .setIncidentId(incident.id())
                        .setVersion(incident.version())
                        .setReceivedAt(incident.receivedAt())
                        .setSubmittedBy(incident.origin().submittedBy())
                        .setOnBehalfOf(incident.origin().onBehalfOf())
                        .setCountry(facts.country().code())
                        .setUrgency(org.tocsin.schemas.Urgency.valueOf(
                                facts.urgency().name()))
                        .setViolations(facts.violations().stream()
                                .map(Violation::name)
                                .map(org.tocsin.schemas.Violation::valueOf)
                                .toList())
                        .setKeyId(incident.keyId())
                        .build());
    }
}
