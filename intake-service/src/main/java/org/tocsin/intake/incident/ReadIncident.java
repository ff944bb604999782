package org.tocsin.intake.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.Role;

/** Shows an incident: to a partner its own, to a verifier any, and to the one who works on it the identities too. */
@Service
class ReadIncident {

    private final Incidents incidents;
    private final RevealIdentities revealIdentities;

    ReadIncident(Incidents incidents, RevealIdentities revealIdentities) {
        this.incidents = incidents;
        this.revealIdentities = revealIdentities;
    }

    @Transactional
    Read handle(UUID id, Caller caller) {
        var incident = incidents
                .find(id)
                .filter(found ->
                        caller.is(Role.VERIFIER) || found.origin().partner().equals(caller.account()))
                .orElseThrow(IncidentNotFound::new);
        var mayReveal = caller.is(Role.VERIFIER)
                && incident.isClaimedBy(caller.account())
                && incident.status().isOpen();
        return new Read(incident, mayReveal ? revealIdentities.handle(incident, caller.account()) : null);
    }

    record Read(Incident incident, @Nullable Identities identities) {}
}
