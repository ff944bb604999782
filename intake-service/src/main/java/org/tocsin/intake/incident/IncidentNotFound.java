package org.tocsin.intake.incident;

/** There is no such incident, or the caller may not know of it. */
public final class IncidentNotFound extends RuntimeException {

    public IncidentNotFound() {
        super("no such incident");
    }
}
