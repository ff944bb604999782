package org.tocsin.platform.inbox;

/** A record that no later attempt can make readable or usable. It goes to the quarantine at once. */
public final class PoisonRecord extends RuntimeException {

    /** Why; a closed set, shown to operators and used as metric label. */
    public enum Reason {
        /** No magic byte, or too short to hold a schema id. */
        NOT_FRAMED,
        /** The registry answers, and does not know the schema id. */
        UNKNOWN_SCHEMA,
        /** The schema is known and the bytes do not follow it. */
        UNREADABLE,
        /** Readable, but not an event this system knows. */
        UNKNOWN_EVENT,
        /** An envelope header is missing or malformed. */
        BAD_ENVELOPE,
        /** The signature does not fit the content. */
        BAD_SIGNATURE,
        /** The handler failed on it, and trying again cannot help. */
        HANDLER_FAILED
    }

    private final Reason reason;

    /** The message is the reason alone: exception texts reach logs, so content must not. */
    public PoisonRecord(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
