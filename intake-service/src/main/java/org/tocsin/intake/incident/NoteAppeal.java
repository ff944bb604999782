package org.tocsin.intake.incident;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.inbox.PoisonRecord;

/** Lets the partner, logged in, see that an appeal is out on its report. */
@Service
class NoteAppeal {

    private final Incidents incidents;
    private final IssuedAppeals appeals;

    NoteAppeal(Incidents incidents, IssuedAppeals appeals) {
        this.incidents = incidents;
        this.appeals = appeals;
    }

    @Transactional
    void issued(UUID appealId, UUID incidentId) {
        change(incidentId, Incident::appealIssued);
        appeals.remember(appealId, incidentId);
    }

    @Transactional
    void cancelled(UUID appealId) {
        var incidentId = appeals.cancel(appealId).orElseThrow(NoteAppeal::unheardOf);
        if (!appeals.anyOn(incidentId)) {
            change(incidentId, Incident::appealIssueCancelled);
        }
    }

    private void change(UUID incidentId, UnaryOperator<Incident> transition) {
        var incident = incidents.lock(incidentId).orElseThrow(NoteAppeal::unheardOf);
        var changed = transition.apply(incident);
        if (changed.version() > incident.version()) {
            incidents.save(changed);
        }
    }

    /** Appeals are drafted from our incidents and cancelled after their issue, so this is no matter of waiting. */
    private static PoisonRecord unheardOf() {
        return new PoisonRecord(PoisonRecord.Reason.HANDLER_FAILED);
    }
}
