package org.tocsin.alert.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The situation of one or more defenders, from the first document to the last.
 *
 * @param country ISO 3166-1 alpha-3
 * @param restricted its reference comes from the restricted series
 * @param reference that of the first document; there from the first issue on, even if that was taken back
 */
public record Case(
        UUID id,
        UUID incidentId,
        String country,
        boolean restricted,
        Status status,
        @Nullable ReferenceCode reference,
        Instant openedAt) {

    /** How far a case is. */
    public enum Status {
        /** No document issued yet. */
        OPEN,
        ACTIVE,
        /** No news for long. */
        DORMANT,
        CLOSED,
        REOPENED
    }

    public static Case open(UUID id, UUID incidentId, String country, boolean restricted, Instant now) {
        return new Case(id, incidentId, country, restricted, Status.OPEN, null, now);
    }

    /** A document of the case was issued. */
    public Case issued(ReferenceCode first) {
        if (reference != null && !reference.equals(first)) {
            throw new IllegalStateException("a case keeps its reference");
        }
        return with(Status.ACTIVE, first);
    }

    /** Its only document was taken back before anybody had it; the reference stays. */
    public Case issueCancelled() {
        return with(Status.OPEN, reference);
    }

    private Case with(Status newStatus, @Nullable ReferenceCode newReference) {
        return new Case(id, incidentId, country, restricted, newStatus, newReference, openedAt);
    }
}
