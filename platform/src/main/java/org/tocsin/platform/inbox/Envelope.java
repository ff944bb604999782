package org.tocsin.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * What the inbox needs to know of a record.
 *
 * @param key the aggregate's id
 * @param version the aggregate's version after the event
 */
record Envelope(UUID eventId, String topic, String key, long version, int partition, long offset) {

    /** Far above any id, far below what an index can hold. */
    private static final int LONGEST_KEY = 256;

    /**
     * Reads the headers.
     *
     * @throws PoisonRecord when one is missing or malformed
     */
    static Envelope of(Message<?> message) {
        try {
            return new Envelope(
                    UUID.fromString(text(message, EnvelopeHeaders.ID)),
                    text(message, KafkaHeaders.RECEIVED_TOPIC),
                    key(message),
                    Long.parseLong(text(message, EnvelopeHeaders.VERSION)),
                    Integer.parseInt(text(message, KafkaHeaders.RECEIVED_PARTITION)),
                    Long.parseLong(text(message, KafkaHeaders.OFFSET)));
        } catch (IllegalArgumentException e) {
            throw new PoisonRecord(PoisonRecord.Reason.BAD_ENVELOPE);
        }
    }

    private static String text(Message<?> message, String header) {
        return switch (message.getHeaders().get(header)) {
            case null -> throw new IllegalArgumentException(header);
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case Object value -> value.toString();
        };
    }

    private static String key(Message<?> message) {
        var key = keyOf(text(message, KafkaHeaders.RECEIVED_KEY).getBytes(StandardCharsets.UTF_8));
        if (key == null) {
            throw new IllegalArgumentException(KafkaHeaders.RECEIVED_KEY);
        }
        return key;
    }

    /** None for bytes the tables cannot hold as a key: such a record would hold its partition for ever. */
    static @Nullable String keyOf(byte @Nullable [] key) {
        if (key == null || key.length > LONGEST_KEY) {
            return null;
        }
        var text = new String(key, StandardCharsets.UTF_8);
        return text.indexOf('\0') < 0 ? text : null;
    }
}
