package org.tocsin.intake.verification;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.intake.incident.Identities;
import org.tocsin.intake.incident.Incident;
import org.tocsin.intake.incident.IncidentNotFound;
import org.tocsin.intake.incident.Incidents;
import org.tocsin.intake.incident.RevealIdentities;

/** A verifier takes an incident on, and from then on sees whom it is about and how to call back. */
@Service
class ClaimIncident {

    private final Incidents incidents;
    private final VerificationEvents events;
    private final RevealIdentities revealIdentities;
    private final InstantSource clock;

    ClaimIncident(
            Incidents incidents, VerificationEvents events, RevealIdentities revealIdentities, InstantSource clock) {
        this.incidents = incidents;
        this.events = events;
        this.revealIdentities = revealIdentities;
        this.clock = clock;
    }

    @Transactional
    Claimed handle(UUID id, String by) {
        var incident = incidents.lock(id).orElseThrow(IncidentNotFound::new);
        var claimed = incident.claim(by, clock.instant());
        if (claimed.version() > incident.version()) {
            incidents.save(claimed);
            events.claimed(claimed);
        }
        return new Claimed(claimed, revealIdentities.handle(claimed, by));
    }

    record Claimed(Incident incident, Identities identities) {}
}
