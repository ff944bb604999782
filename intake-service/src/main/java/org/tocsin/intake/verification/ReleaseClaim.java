package org.tocsin.intake.verification;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.intake.incident.IncidentNotFound;
import org.tocsin.intake.incident.Incidents;

/** A verifier gives an incident back to the queue. */
@Service
class ReleaseClaim {

    private final Incidents incidents;
    private final VerificationEvents events;
    private final InstantSource clock;

    ReleaseClaim(Incidents incidents, VerificationEvents events, InstantSource clock) {
        this.incidents = incidents;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, String by) {
        var released = incidents.lock(id).orElseThrow(IncidentNotFound::new).release(by);
        incidents.save(released);
        events.released(released, by, clock.instant());
    }
}
