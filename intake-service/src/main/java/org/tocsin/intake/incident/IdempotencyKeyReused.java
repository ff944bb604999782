package org.tocsin.intake.incident;

/** The idempotency key was used for another report. */
public final class IdempotencyKeyReused extends RuntimeException {

    IdempotencyKeyReused() {
        super("the key belongs to another report; use a new one for a new report");
    }
}
