package org.tocsin.intake.incident;

/** The header Idempotency-Key holds what cannot be a key. */
public final class MalformedIdempotencyKey extends RuntimeException {

    MalformedIdempotencyKey() {
        super("Idempotency-Key: expected 1 to 200 visible ASCII characters");
    }
}
