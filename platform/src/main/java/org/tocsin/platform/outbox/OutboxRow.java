package org.tocsin.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param id identity of the event, the same however often it is published
 * @param key aggregate's id; events of one key keep their order
 * @param type full name of the event's record
 * @param release which release of the contract it is written with
 * @param version the aggregate's version after it
 * @param traceParent W3C trace context of the request that caused it
 * @param payload Avro binary
 */
record OutboxRow(
        UUID id,
        String topic,
        String key,
        String type,
        int release,
        long version,
        Instant createdAt,
        @Nullable String traceParent,
        byte[] payload) {

    @Override
    public String toString() {
        return "OutboxRow[" + id + "]";
    }
}
