package org.tocsin.intake.incident;

import com.fasterxml.uuid.Generators;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.intake.incident.IdempotencyKeys.Remembered;
import org.tocsin.intake.vault.IdentityVault;

/**
 * Takes a report in: incident, sealed identities, event and idempotency key are stored in one transaction, so that "accepted"
 * means stored.
 */
@Service
class SubmitIncident {

    private final IdempotencyKeys idempotencyKeys;
    private final IdentityVault vault;
    private final Incidents incidents;
    private final IncidentEvents events;
    private final Receipts receipts;
    private final InstantSource clock;

    SubmitIncident(
            IdempotencyKeys idempotencyKeys,
            IdentityVault vault,
            Incidents incidents,
            IncidentEvents events,
            Receipts receipts,
            InstantSource clock) {
        this.idempotencyKeys = idempotencyKeys;
        this.vault = vault;
        this.incidents = incidents;
        this.events = events;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Stores a report once, however often it is sent.
     *
     * @param key unique for the submitter
     * @param bodyDigest tells the same report from another one
     * @throws IdempotencyKeyReused when another report was sent with the key
     * @throws IncidentConflict while the first request with the key has not ended
     */
    @Transactional
    Accepted handle(Submission submission, String submittedBy, String key, byte[] bodyDigest) {
        var id = Generators.timeBasedEpochGenerator().generate();
        return switch (idempotencyKeys.remember(submittedBy, key, bodyDigest, id)) {
            case Remembered.New() -> store(id, submission, submittedBy);
            case Remembered.Before(var incidentId) -> new Accepted(incidentId, receipts.of(incidentId));
            case Remembered.OfAnother() -> throw new IdempotencyKeyReused();
            case Remembered.InFlight() ->
                throw new IncidentConflict(
                        IncidentConflict.Reason.REQUEST_IN_FLIGHT, "the first request with this key has not ended yet");
        };
    }

    private Accepted store(UUID id, Submission submission, String submittedBy) {
        var receipt = receipts.of(id);
        var keyId = vault.putAway(id, submission.confidential());
        var origin = new Origin(submittedBy, submission.onBehalfOf(), submission.connection());
        var incident = Incident.received(id, keyId, origin, submission.facts(), clock.instant());
        incidents.add(incident, receipts.digest(receipt));
        events.received(incident);
        return new Accepted(id, receipt);
    }

    /** The report is stored. */
    record Accepted(UUID incidentId, Receipt receipt) {}
}
