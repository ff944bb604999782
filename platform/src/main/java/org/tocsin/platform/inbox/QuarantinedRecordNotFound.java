package org.tocsin.platform.inbox;

/** No record with this id was ever quarantined here. */
final class QuarantinedRecordNotFound extends RuntimeException {

    QuarantinedRecordNotFound() {
        super("There is no such record in the quarantine.");
    }
}
