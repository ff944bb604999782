package org.tocsin.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.platform.Peers;
import org.tocsin.platform.TestService;
import org.tocsin.platform.codec.EventWriter;
import org.tocsin.platform.codec.Frame;
import org.tocsin.platform.codec.ReleasedSchemas;
import org.tocsin.platform.codec.SchemaIds;
import org.tocsin.platform.inbox.PoisonRecord.Reason;
import org.tocsin.schemas.incident.IncidentClaimReleased;
import org.tocsin.schemas.incident.IncidentClaimed;

class ConsumerTest {

    private static final String TOPIC = "tocsin.incident.v1";
    private static final Duration LONG = Duration.ofSeconds(90);

    private static Peers peers;
    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext service;
    private static KafkaProducer<String, byte[]> producer;

    private TestService.Book book;
    private Quarantine quarantine;
    private UUID key;

    @BeforeAll
    static void start() throws IOException {
        peers = Peers.start();
        postgres = EmbeddedPostgres.start();
        service = TestService.start(
                postgres, peers.kafka().brokers(), peers.registry().url(), Map.of());
        producer = peers.producer();
    }

    @AfterAll
    static void stop() {
        producer.close();
        service.close();
        postgres.close();
        peers.close();
    }

    @BeforeEach
    void takeParts() {
        book = service.getBean(TestService.Book.class);
        quarantine = service.getBean(Quarantine.class);
        key = UUID.randomUUID();
    }

    @AfterEach
    void heal() {
        book.fault(() -> {});
    }

    @Test
    void anEventPublishedTwiceIsActedOnOnce() {
        var id = UUID.randomUUID();
        send(frame(claimed(1)), id, 1);
        send(frame(claimed(1)), id, 1);
        send(frame(claimed(2)), UUID.randomUUID(), 2);
        assertThat(await().atMost(LONG).until(this::taken, all -> all.size() == 2))
                .containsExactly(1L, 2L);
    }

    @Test
    void eachPoisonIsQuarantinedOnceAndTheNextRecordGoesOn() {
        var avro = EventWriter.write(claimed(1));
        var id = idOf(IncidentClaimed.class);
        var poison = Map.of(
                "empty", new byte[0],
                "one byte", new byte[1],
                "bad magic", "{}".getBytes(UTF_8),
                "unknown id", new Frame(987_654, avro).bytes(),
                "truncated", new Frame(id, Arrays.copyOf(avro, 10)).bytes(),
                "another type", new Frame(idOf(IncidentClaimReleased.class), new byte[] {2, 65}).bytes(),
                "bomb", new Frame(id, new byte[] {(byte) 0x80, (byte) 0xBC, (byte) 0xC1, (byte) 0x96, 0x0B}).bytes());
        poison.forEach((name, value) -> send(name, value, UUID.randomUUID(), 1));
        send("nothing at all", null, UUID.randomUUID(), 1);
        send(frame(claimed(1)), UUID.randomUUID(), 1);

        await().atMost(LONG).until(() -> taken().size() == 1);
        await().atMost(LONG)
                .until(() -> quarantined(poison.keySet().toArray(String[]::new)).size() == poison.size());
        await().atMost(LONG).until(() -> quarantined("nothing at all").size() == 1);
        assertThat(quarantined(poison.keySet().toArray(String[]::new)))
                .allSatisfy(record -> assertThat(record.attempts()).isEqualTo(1))
                .extracting(QuarantinedRecord::reason)
                .containsOnly(Reason.NOT_FRAMED, Reason.UNKNOWN_SCHEMA, Reason.UNREADABLE);
        assertThat(service.getBean(MeterRegistry.class)
                        .get("tocsin.quarantine.records")
                        .tag("consumer", "takeIncident")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(poison.size());
    }

    @Test
    void laterRecordsQueueBehindTheQuarantineAndAreRedrivenInOrder() {
        book.fault(() -> {
            throw new IllegalStateException("cannot");
        });
        send(frame(claimed(1)), UUID.randomUUID(), 1);
        await().atMost(LONG).until(() -> waiting().size() == 1);
        book.fault(() -> {});
        send(frame(claimed(2)), UUID.randomUUID(), 2);
        send(frame(claimed(3)), UUID.randomUUID(), 3);
        await().atMost(LONG).until(() -> waiting().size() == 3);
        assertThat(taken()).isEmpty();

        var redriving = service.getBean(RedriveQuarantined.class);
        book.fault(() -> {
            throw new IllegalStateException("still cannot");
        });
        var last = waiting().getFirst().id();
        assertThat(redriving.handle(last, "operator-one")).isInstanceOf(RedriveQuarantined.Result.StillWaiting.class);
        book.fault(() -> {});
        assertThat(redriving.handle(last, "operator-one")).isEqualTo(new RedriveQuarantined.Result.Done(3));
        assertThat(taken()).containsExactly(1L, 2L, 3L);

        send(frame(claimed(4)), UUID.randomUUID(), 4);
        await().atMost(LONG).until(() -> taken().size() == 4);
    }

    @Test
    void anErrorGoesToTheQuarantineAndTheConsumerLives() {
        book.fault(() -> {
            throw new StackOverflowError();
        });
        send(frame(claimed(1)), UUID.randomUUID(), 1);
        await().atMost(LONG).until(() -> waiting().size() == 1);
        book.fault(() -> {});
        key = UUID.randomUUID();
        send(frame(claimed(1)), UUID.randomUUID(), 1);
        await().atMost(LONG).until(() -> taken().size() == 1);
    }

    @Test
    void takesOverNoHeaderOutsideTheEnvelope() {
        var record = new ProducerRecord<>(TOPIC, key.toString(), frame(claimed(1)));
        envelope(record, UUID.randomUUID(), 1);
        record.headers().add("spring_json_header_types", "{\"x\":\"java.io.File\"}".getBytes(UTF_8));
        record.headers().add("spring.cloud.function.definition", "other".getBytes(UTF_8));
        producer.send(record);
        await().atMost(LONG).until(() -> taken().size() == 1);
        assertThat(book.headers().getLast())
                .containsKey(EnvelopeHeaders.ID)
                .doesNotContainKeys("spring_json_header_types", "spring.cloud.function.definition");
    }

    @Test
    void aRegistryThatIsDownHoldsThePartitionAndHeals() {
        var strange = peers.registry().register("tocsin.incident.v1-strange", """
                {"type": "record", "name": "IncidentStrange", "namespace": "org.tocsin.schemas.incident", "fields": []}""");
        peers.registry().stop();
        try {
            send(new Frame(strange, new byte[0]).bytes(), UUID.randomUUID(), 1);
            send(frame(claimed(2)), UUID.randomUUID(), 2);
            await().during(Duration.ofSeconds(3))
                    .atMost(LONG)
                    .until(() -> taken().isEmpty() && waiting().isEmpty());
        } finally {
            peers.registry().restart();
        }
        await().atMost(LONG).until(() -> waiting().size() == 2);
        assertThat(waiting().getLast().reason()).isEqualTo(Reason.UNKNOWN_EVENT);
    }

    @Test
    void aDatabaseThatIsDownWhileQuarantiningHoldsTheOffset() {
        send(frame(claimed(1)), UUID.randomUUID(), 1);
        await().atMost(LONG).until(() -> taken().size() == 1);
        postgres.kill();
        try {
            send(new byte[] {7}, UUID.randomUUID(), 2);
            send(frame(claimed(3)), UUID.randomUUID(), 3);
            await().during(Duration.ofSeconds(3)).atMost(LONG).until(() -> taken().size() == 1);
        } finally {
            postgres.restart();
        }
        await().atMost(LONG).ignoreExceptions().until(() -> waiting().size() == 2);
        assertThat(waiting().getLast().reason()).isEqualTo(Reason.NOT_FRAMED);
        assertThat(taken()).containsExactly(1L);
    }

    private List<Long> taken() {
        return book.taken().stream()
                .map(IncidentClaimed.class::cast)
                .filter(event -> event.getIncidentId().equals(key))
                .map(IncidentClaimed::getVersion)
                .toList();
    }

    private List<QuarantinedRecord> waiting() {
        return quarantined(key.toString());
    }

    private List<QuarantinedRecord> quarantined(String... keys) {
        return quarantine.waiting(null, 1000).stream()
                .filter(record -> List.of(keys).contains(record.key()))
                .toList();
    }

    private IncidentClaimed claimed(long version) {
        return IncidentClaimed.newBuilder()
                .setIncidentId(key)
                .setVersion(version)
                .setClaimedAt(Instant.EPOCH)
                .setClaimedBy("verifier-one")
                .build();
    }

    private static byte[] frame(SpecificRecord event) {
        return new Frame(idOf(event.getClass()), EventWriter.write(event)).bytes();
    }

    private static int idOf(Class<?> event) {
        return service.getBean(SchemaIds.class).idOf(new ReleasedSchemas().newest(event.getName()));
    }

    private void send(byte @Nullable [] value, UUID id, long version) {
        send(key.toString(), value, id, version);
    }

    private static void send(String key, byte @Nullable [] value, UUID id, long version) {
        var record = new ProducerRecord<>(TOPIC, key, value);
        envelope(record, id, version);
        producer.send(record);
    }

    private static void envelope(ProducerRecord<?, ?> record, UUID id, long version) {
        record.headers().add(EnvelopeHeaders.ID, id.toString().getBytes(UTF_8));
        record.headers().add(EnvelopeHeaders.VERSION, Long.toString(version).getBytes(UTF_8));
    }
}
