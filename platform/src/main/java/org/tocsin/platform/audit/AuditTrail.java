package org.tocsin.platform.audit;

/** Puts on record what somebody did, or tried to do, that has to be accounted for. */
public interface AuditTrail {

    /** Whether it was allowed. */
    enum Outcome {
        ALLOWED,
        DENIED
    }

    /**
     * Adds an entry. It is kept if the current transaction commits; without one it is kept at once.
     *
     * @param actor account of a person, partner or service; never a person's name
     * @param action a word of the service's closed vocabulary, such as {@code "KEY_FETCHED"}
     * @param subject what it was done to: an id, never content
     */
    void record(String actor, String action, String subject, Outcome outcome);
}
