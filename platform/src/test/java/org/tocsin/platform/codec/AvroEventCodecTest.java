package org.tocsin.platform.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.tocsin.platform.Databases;
import org.tocsin.platform.inbox.NotNow;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.platform.inbox.PoisonRecord.Reason;
import org.tocsin.schemas.incident.IncidentClaimed;

class AvroEventCodecTest {

    private static final String TOPIC = "tocsin.incident.v1";
    private static final int KNOWN = 1;
    private static final int LATER = 2;
    private static final int NOT_OURS = 3;
    private static final int NO_RECORD = 4;
    private static final int BROKEN = 5;
    private static final int DEEP = 6;

    private static final Databases.Database DATABASE = Databases.migrated();
    private static final IncidentClaimed EVENT = IncidentClaimed.newBuilder()
            .setIncidentId(UUID.fromString("01900000-0000-7000-8000-000000000001"))
            .setVersion(2)
            .setClaimedAt(Instant.ofEpochMilli(5))
            .setClaimedBy("verifier-one")
            .build();

    private final FakeRegistry registry = new FakeRegistry();
    private final AvroEventCodec codec = codec();

    @Test
    void readsWhatTheWriterWrote() {
        assertThat(codec.decode(message(frame(KNOWN)))).isEqualTo(EVENT);
    }

    @Test
    void readsAnEventOfALaterRelease() {
        var written = EventWriter.write(EVENT);
        var withNote = Arrays.copyOf(written, written.length + 1); // an empty string behind all other fields
        assertThat(codec.decode(message(new Frame(LATER, withNote).bytes()))).isEqualTo(EVENT);
    }

    @Test
    void goesOnWithoutTheRegistryAfterARestart() {
        codec.decode(message(frame(KNOWN)));
        registry.down = true;
        assertThat(codec().decode(message(frame(KNOWN)))).isEqualTo(EVENT);
    }

    @Test
    void waitsForTheRegistryWhenTheSchemaIsNew() {
        registry.down = true;
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> codec.decode(message(frame(4711))));
        registry.down = false;
        registry.schemas.put(
                4711,
                new ReleasedSchemas().newest(IncidentClaimed.class.getName()).definition());
        assertThat(codec.decode(message(frame(4711)))).isEqualTo(EVENT);
    }

    @Test
    void anEventOnAnotherTopicThanItsOwnIsPoison() {
        var stray = MessageBuilder.withPayload(frame(KNOWN))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, "tocsin.appeal.v1")
                .build();
        assertPoison(stray, Reason.UNKNOWN_EVENT);
    }

    static Stream<Arguments> poison() {
        var avro = EventWriter.write(EVENT);
        return Stream.of(
                Arguments.of("empty", new byte[0], Reason.NOT_FRAMED),
                Arguments.of("one byte", new byte[1], Reason.NOT_FRAMED),
                Arguments.of("four bytes", new byte[4], Reason.NOT_FRAMED),
                Arguments.of("bad magic", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), Reason.NOT_FRAMED),
                Arguments.of("unknown id", new Frame(99, avro).bytes(), Reason.UNKNOWN_SCHEMA),
                Arguments.of("no content", new Frame(KNOWN, new byte[0]).bytes(), Reason.UNREADABLE),
                Arguments.of(
                        "truncated", new Frame(KNOWN, Arrays.copyOf(avro, avro.length - 3)).bytes(), Reason.UNREADABLE),
                Arguments.of(
                        "too long", new Frame(KNOWN, Arrays.copyOf(avro, avro.length + 1)).bytes(), Reason.UNREADABLE),
                Arguments.of("another type", new Frame(NOT_OURS, avro).bytes(), Reason.UNKNOWN_EVENT),
                Arguments.of("no record", new Frame(NO_RECORD, avro).bytes(), Reason.UNKNOWN_EVENT),
                Arguments.of("a broken schema", new Frame(BROKEN, avro).bytes(), Reason.UNREADABLE),
                Arguments.of("a schema without end", new Frame(DEEP, avro).bytes(), Reason.UNREADABLE),
                Arguments.of("a string of 1.5 GB", new Frame(KNOWN, bomb()).bytes(), Reason.UNREADABLE),
                Arguments.of("a negative length", new Frame(KNOWN, new byte[] {1}).bytes(), Reason.UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void whatCannotBeReadIsPoisonWithAReason(String name, byte[] value, Reason reason) {
        assertPoison(message(value), reason);
    }

    @Test
    void saysNothingOfTheContent() {
        var secret = "{P1} is hidden in the church".getBytes(StandardCharsets.UTF_8);
        var thrown = catchThrowable(() -> codec.decode(message(new Frame(KNOWN, secret).bytes())));
        assertThat(thrown).hasMessage("UNREADABLE").hasNoCause();
    }

    private void assertPoison(Message<byte[]> message, Reason reason) {
        assertThat(catchThrowable(() -> codec.decode(message)))
                .isInstanceOfSatisfying(
                        PoisonRecord.class,
                        poison -> assertThat(poison.reason()).isEqualTo(reason));
    }

    private AvroEventCodec codec() {
        return new AvroEventCodec(new SchemaIds(registry, DATABASE.jdbc()));
    }

    private static byte[] frame(int id) {
        return new Frame(id, EventWriter.write(EVENT)).bytes();
    }

    /** The length of a string as a variable-length number, and no string. */
    private static byte[] bomb() {
        return new byte[] {(byte) 0x80, (byte) 0xBC, (byte) 0xC1, (byte) 0x96, 0x0B};
    }

    private static Message<byte[]> message(byte[] value) {
        return MessageBuilder.withPayload(value)
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, TOPIC)
                .build();
    }

    private static final class FakeRegistry extends RegistryClient {

        private final Map<Integer, String> schemas = new HashMap<>();
        private boolean down;

        FakeRegistry() {
            super(new RegistryProperties(URI.create("http://unused"), Duration.ofSeconds(1), Duration.ofSeconds(1)));
            var definition = new ReleasedSchemas()
                    .newest(IncidentClaimed.class.getName())
                    .definition();
            schemas.put(KNOWN, definition);
            var end = definition.lastIndexOf(']');
            schemas.put(
                    LATER,
                    definition.substring(0, end) + ", {\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}"
                            + definition.substring(end));
            schemas.put(NOT_OURS, "{\"type\":\"record\",\"name\":\"java.io.File\",\"fields\":[]}");
            schemas.put(NO_RECORD, "\"string\"");
            schemas.put(BROKEN, "{");
            schemas.put(DEEP, "{\"type\":\"array\",\"items\":".repeat(100_000));
        }

        @Override
        Optional<String> schemaOf(int id) {
            if (down) {
                throw new NotNow("schema registry", new IOException("down"));
            }
            return Optional.ofNullable(schemas.get(id));
        }

        @Override
        OptionalInt idOf(String subject, String definition) {
            return OptionalInt.empty();
        }
    }
}
