package org.tocsin.intake.incident;

import java.time.Duration;

/** More receipts are being looked up than anybody needs. */
public final class TooManyLookUps extends RuntimeException {

    private final Duration retryAfter;

    TooManyLookUps(Duration retryAfter) {
        super("too many look-ups at the moment");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
