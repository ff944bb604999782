package org.tocsin.intake.incident;

/** What was asked for does not fit the state the incident, or the request, is in. */
public final class IncidentConflict extends RuntimeException {

    /** Why; scripts rely on these words. */
    public enum Reason {
        ILLEGAL_TRANSITION,
        NOT_CLAIMED,
        OWN_REPORT,
        REQUEST_IN_FLIGHT
    }

    private final Reason reason;

    public IncidentConflict(Reason reason, String whatToDo) {
        super(whatToDo);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
