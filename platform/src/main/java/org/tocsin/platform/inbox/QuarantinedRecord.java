package org.tocsin.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record this service could not act on, kept as it came.
 *
 * @param consumer the function bean it was meant for
 * @param key the aggregate's id, when there is one
 * @param headers the envelope
 * @param value the bytes, when there are any
 * @param reason why it is here
 * @param attempts how often it was tried, the first time included
 */
record QuarantinedRecord(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] value,
        Status status,
        PoisonRecord.Reason reason,
        int attempts,
        Instant quarantinedAt) {

    enum Status {
        /** Tried, and failed. */
        QUARANTINED,
        /** Waits behind an earlier record of its key; never tried. */
        QUEUED,
        /** Done since. */
        REDRIVEN,
        /** An operator gave it up. */
        DISCARDED
    }

    @Override
    public String toString() {
        return "QuarantinedRecord[" + id + "]";
    }
}
