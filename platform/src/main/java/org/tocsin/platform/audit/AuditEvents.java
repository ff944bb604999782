package org.tocsin.platform.audit;

import com.fasterxml.uuid.Generators;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.schemas.audit.AuditOutcome;
import org.tocsin.schemas.audit.AuditRecorded;

/** The way out: topic {@code tocsin.audit.v1}. */
class AuditEvents implements AuditTrail {

    private final Outbox outbox;
    private final InstantSource clock;
    private final String service;

    AuditEvents(Outbox outbox, InstantSource clock, String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    @Override
    @Transactional
    public void record(String actor, String action, String subject, Outcome outcome) {
        var entry = Generators.timeBasedEpochGenerator().generate();
        outbox.add(
                entry,
                AuditRecorded.newBuilder()
                        .setAuditId(entry)
                        .setVersion(1)
                        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setService(service)
                        .setActor(actor)
                        .setAction(action)
                        .setSubject(subject)
                        .setOutcome(AuditOutcome.valueOf(outcome.name()))
                        .build());
    }
}
