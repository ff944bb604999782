package org.tocsin.intake.incident;

/** No report has this receipt. */
public final class ReceiptNotFound extends RuntimeException {

    ReceiptNotFound() {
        super("no report has this receipt");
    }
}
