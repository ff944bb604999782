package org.tocsin.archive.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.tocsin.platform.codec.EventCodec;
import org.tocsin.platform.inbox.EnvelopeHeaders;
import org.tocsin.platform.inbox.PoisonRecord;
import tools.jackson.databind.json.JsonMapper;

/** The way in: every topic. What cannot be read is kept as it came instead of being quarantined. */
@Configuration(proxyBeanMethods = false)
class ArchiveListener {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

    @Bean
    Consumer<Message<byte[]>> archive(EventCodec codec, AppendRecord appending) {
        return message -> {
            var event = read(codec, message);
            appending.handle(entry(message, event.isPresent()), event);
        };
    }

    private static Optional<SpecificRecord> read(EventCodec codec, Message<byte[]> message) {
        try {
            return Optional.of(codec.decode(message));
        } catch (PoisonRecord e) {
            return Optional.empty();
        }
    }

    private static Entry entry(Message<byte[]> message, boolean decoded) {
        var headers = message.getHeaders();
        return new Entry(
                uuid(text(message, EnvelopeHeaders.ID)),
                String.valueOf(headers.get(KafkaHeaders.RECEIVED_TOPIC)),
                Integer.parseInt(String.valueOf(headers.get(KafkaHeaders.RECEIVED_PARTITION))),
                Long.parseLong(String.valueOf(headers.get(KafkaHeaders.OFFSET))),
                key(headers.get(KafkaHeaders.RECEIVED_KEY)),
                text(message, EnvelopeHeaders.TYPE),
                time(text(message, EnvelopeHeaders.TIME)),
                envelope(message),
                value(message),
                decoded);
    }

    private static byte @Nullable [] key(@Nullable Object key) {
        return switch (key) {
            case null -> null;
            case byte[] bytes -> bytes;
            default -> key.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A record without value comes as an object of the framework's, whatever the type says. */
    private static byte[] value(Message<?> message) {
        return message.getPayload() instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static byte[] envelope(Message<byte[]> message) {
        var sorted = new TreeMap<String, String>();
        for (var name : EnvelopeHeaders.ALL) {
            var value = text(message, name);
            if (value != null) {
                sorted.put(name, value);
            }
        }
        return JSON.writeValueAsBytes(sorted);
    }

    private static @Nullable String text(Message<byte[]> message, String header) {
        return message.getHeaders().get(header) instanceof String text ? text : null;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** To the microsecond, as the table keeps it, so that the hash fits what is read back; none outside the table's range. */
    private static @Nullable Instant time(@Nullable String text) {
        try {
            var time = text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            return time == null || time.isBefore(Instant.EPOCH) || time.isAfter(LAST_TIME) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
