package org.tocsin.platform.inbox;

import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.inbox.Decisions.Decision;

/**
 * An operator decides that a record will never be acted on. It stays in the table with the reason; what waits behind it is free
 * to be redriven.
 */
class DiscardQuarantined {

    private final Quarantine quarantine;
    private final Decisions decisions;

    DiscardQuarantined(Quarantine quarantine, Decisions decisions) {
        this.quarantine = quarantine;
        this.decisions = decisions;
    }

    /** What came of it. */
    enum Result {
        DISCARDED,
        NOT_FOUND,
        /** Done already, or never tried: such a record may still be good. */
        NOT_FAILED
    }

    @Transactional
    Result handle(UUID id, String operator, String reason) {
        var record = quarantine.find(id);
        if (record.isEmpty()) {
            return Result.NOT_FOUND;
        }
        if (!quarantine.discarded(record.get(), reason)) {
            return Result.NOT_FAILED;
        }
        decisions.decided(operator, Decision.QUARANTINE_DISCARDED, id);
        return Result.DISCARDED;
    }
}
