package org.tocsin.platform.inbox;

/** Only what was tried, and failed, can be discarded. */
final class QuarantinedRecordNotFailed extends RuntimeException {

    QuarantinedRecordNotFailed() {
        super("The record is done already, or waits untried behind another.");
    }
}
