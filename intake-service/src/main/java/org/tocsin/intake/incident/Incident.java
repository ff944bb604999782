package org.tocsin.intake.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report and how far it is. Immutable: every transition is a method that answers the incident afterwards, one version
 * higher, or refuses. Holds nothing personal; that is in the vault.
 *
 * @param version counted from 1, one more with every change
 * @param claim who works on it, if anybody
 * @param keyId the data key that opens what the vault holds of it
 */
public record Incident(
        UUID id,
        long version,
        IncidentStatus status,
        Instant receivedAt,
        Origin origin,
        Facts facts,
        @Nullable Claim claim,
        String keyId) {

    static Incident received(UUID id, String keyId, Origin origin, Facts facts, Instant at) {
        return new Incident(id, 1, IncidentStatus.RECEIVED, at, origin, facts, null, keyId);
    }

    public boolean isClaimedBy(String account) {
        return claim != null && claim.by().equals(account);
    }

    /** A verifier takes it on. Taking on what one already has changes nothing. */
    public Incident claim(String by, Instant at) {
        refuseOwnReport(by);
        if (!status.isOpen()) {
            throw new IncidentConflict(
                    IncidentConflict.Reason.ILLEGAL_TRANSITION,
                    "%s: a finished incident needs a second person and a review".formatted(status));
        }
        if (claim != null && !isClaimedBy(by)) {
            throw new ClaimHeld(claim);
        }
        if (isClaimedBy(by)) {
            return this;
        }
        return become(status == IncidentStatus.RECEIVED ? IncidentStatus.CLAIMED : status, new Claim(by, at));
    }

    /** Its owner gives it back to the queue. */
    public Incident release(String by) {
        refuseAllBut(by);
        return become(status == IncidentStatus.CLAIMED ? IncidentStatus.RECEIVED : status, null);
    }

    /** Says whether a decision is this person's to make now, before anybody looks at what it is. */
    public void requireDecidableBy(String by) {
        refuseOwnReport(by);
        if (!status.awaitsDecision() && status != IncidentStatus.RECEIVED) {
            throw new IncidentConflict(
                    IncidentConflict.Reason.ILLEGAL_TRANSITION,
                    "%s: decided already; a review takes it back into question".formatted(status));
        }
        refuseAllBut(by);
    }

    /** Its owner decides. The owner keeps it as long as it is open. */
    public Incident decide(IncidentStatus outcome, String by) {
        requireDecidableBy(by);
        if (!outcome.isOutcome()) {
            throw new IncidentConflict(
                    IncidentConflict.Reason.ILLEGAL_TRANSITION,
                    "%s is not for a verifier to decide".formatted(outcome));
        }
        return become(outcome, outcome.isOpen() ? claim : null);
    }

    /** An appeal on it has its reference. While the incident is in question again, or finished, that changes nothing. */
    Incident appealIssued() {
        return status == IncidentStatus.VERIFIED ? become(IncidentStatus.APPEAL_ISSUED, claim) : this;
    }

    /** The last appeal on it was taken back before anything was sent. */
    Incident appealIssueCancelled() {
        return status == IncidentStatus.APPEAL_ISSUED ? become(IncidentStatus.VERIFIED, claim) : this;
    }

    private Incident become(IncidentStatus next, @Nullable Claim nextClaim) {
        if (next != status && !status.next().contains(next)) {
            throw new IncidentConflict(
                    IncidentConflict.Reason.ILLEGAL_TRANSITION, "%s cannot become %s".formatted(status, next));
        }
        return new Incident(id, version + 1, next, receivedAt, origin, facts, nextClaim, keyId);
    }

    private void refuseAllBut(String owner) {
        if (!isClaimedBy(owner)) {
            throw claim == null
                    ? new IncidentConflict(IncidentConflict.Reason.NOT_CLAIMED, "claim the incident first")
                    : new ClaimHeld(claim);
        }
    }

    private void refuseOwnReport(String by) {
        if (by.equals(origin.partner())) {
            throw new IncidentConflict(
                    IncidentConflict.Reason.OWN_REPORT, "nobody verifies a report of their own; another verifier can");
        }
    }
}
