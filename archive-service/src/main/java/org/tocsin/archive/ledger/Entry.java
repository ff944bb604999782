package org.tocsin.archive.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic, as it came.
 *
 * @param eventId the envelope's id; null when it has none that can be read
 * @param key as Kafka kept it
 * @param type full name of the Avro record, as the envelope says; null when it says nothing
 * @param occurredAt the envelope's time; null when it has none that can be read
 * @param headers the envelope, as JSON with sorted names
 * @param value Confluent frame and Avro binary
 * @param decoded whether it could be read
 */
record Entry(
        @Nullable UUID eventId,
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        @Nullable String type,
        @Nullable Instant occurredAt,
        byte[] headers,
        byte[] value,
        boolean decoded) {

    @Override
    public String toString() {
        return "Entry[%s-%d@%d]".formatted(topic, partition, offset);
    }
}
