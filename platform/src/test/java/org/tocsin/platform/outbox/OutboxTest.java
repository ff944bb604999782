package org.tocsin.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.platform.Peers;
import org.tocsin.platform.TestService;
import org.tocsin.platform.codec.ReleasedSchemas;
import org.tocsin.platform.codec.SchemaIds;
import org.tocsin.platform.inbox.EnvelopeHeaders;
import org.tocsin.schemas.incident.IncidentClaimed;

class OutboxTest {

    private static final String TOPIC = "tocsin.incident.v1";
    private static final int BATCH = 10;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static Peers peers;
    private static ConfigurableApplicationContext service;
    private static KafkaConsumer<String, byte[]> consumer;
    private static final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    private final UUID key = UUID.randomUUID();
    private Outbox outbox;
    private OutboxTable table;
    private TransactionTemplate transaction;

    @BeforeAll
    static void start() throws IOException {
        peers = Peers.start();
        service = TestService.start(peers.kafka().brokers(), peers.registry().url(), Map.of());
        consumer = peers.consumer(TOPIC);
    }

    @BeforeEach
    void takeParts() {
        outbox = service.getBean(Outbox.class);
        table = service.getBean(OutboxTable.class);
        transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        consumer.close();
        service.close();
        peers.close();
    }

    @Test
    void anEventLeavesWithItsEnvelope() {
        commit(1);
        var record = await().atMost(LONG)
                .until(() -> ofKey(key), records -> records.size() == 1)
                .getFirst();
        assertThat(headers(record))
                .containsEntry(EnvelopeHeaders.SPEC_VERSION, "1.0")
                .containsEntry(EnvelopeHeaders.TYPE, IncidentClaimed.class.getName())
                .containsEntry(EnvelopeHeaders.SOURCE, "/test-service")
                .containsEntry(EnvelopeHeaders.SUBJECT, key.toString())
                .containsEntry(EnvelopeHeaders.VERSION, "1")
                .containsEntry(EnvelopeHeaders.CONTENT_TYPE, "application/avro")
                .containsKeys(EnvelopeHeaders.ID, EnvelopeHeaders.TIME);
        assertThat(UUID.fromString(headers(record).get(EnvelopeHeaders.ID)).version())
                .isEqualTo(7);
        assertThat(Instant.parse(headers(record).get(EnvelopeHeaders.TIME)))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(record.value()[0]).isZero();
    }

    @Test
    void theTraceGoesOnBehindTheOutbox() {
        var tracer = service.getBean(Tracer.class);
        var span = tracer.nextSpan().start();
        try (var scope = tracer.withSpan(span)) {
            commit(1);
        } finally {
            span.end();
        }
        var record = await().atMost(LONG)
                .until(() -> ofKey(key), records -> records.size() == 1)
                .getFirst();
        assertThat(headers(record).get(EnvelopeHeaders.TRACE_PARENT))
                .contains(span.context().traceId())
                .contains(span.context().spanId());
    }

    @Test
    void aRolledBackEventNeverLeaves() {
        transaction.executeWithoutResult(status -> {
            outbox.add(key, claimed(1));
            status.setRollbackOnly();
        });
        var later = UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.add(later, claimed(later, 1)));
        await().atMost(LONG).until(() -> ofKey(later).size() == 1);
        assertThat(ofKey(key)).isEmpty();
    }

    @Test
    void refusesToWorkOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> outbox.add(key, claimed(1)));
    }

    @Test
    void keepsTheOrderOfEachKey() throws Exception {
        var keys = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : keys) {
                threads.execute(() -> {
                    for (var version = 1; version <= 40; version++) {
                        var event = claimed(one, version);
                        transaction.executeWithoutResult(status -> outbox.add(one, event));
                    }
                });
            }
        }
        for (var one : keys) {
            var records = await().atMost(LONG).until(() -> ofKey(one), all -> all.size() == 40);
            assertThat(records.stream()
                            .map(record -> Integer.valueOf(headers(record).get(EnvelopeHeaders.VERSION))))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    @Test
    void aCrashBeforeTheMarkRepeatsTheEventUnderTheSameId() {
        var loop = service.getBean(RelayLoop.class);
        loop.stop();
        try {
            commit(1);
            assertThatThrownBy(() -> relay(new CrashingTable(service)).run()).hasMessage("crash");
            assertThat(table.depth()).isEqualTo(1);
        } finally {
            loop.start();
        }
        var records = await().atMost(LONG).until(() -> ofKey(key), all -> all.size() == 2);
        assertThat(records.stream()
                        .map(record -> headers(record).get(EnvelopeHeaders.ID))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void onlyOneRelayOfAServicePublishes() throws Exception {
        service.getBean(RelayLoop.class).stop();
        try {
            commit(1);
            transaction.executeWithoutResult(status -> {
                assertThat(table.holdsRelayLock()).isTrue();
                var other = Executors.newSingleThreadExecutor();
                try (other) {
                    assertThat(other.submit(() -> relay(table).run()))
                            .succeedsWithin(LONG)
                            .isEqualTo(OutboxRelay.Pass.IDLE);
                }
            });
            assertThat(relay(table).run()).isEqualTo(OutboxRelay.Pass.PUBLISHED);
        } finally {
            service.getBean(RelayLoop.class).start();
        }
    }

    @Test
    void goesOnAtOnceAfterAFullBatch() throws Exception {
        var loop = service.getBean(RelayLoop.class);
        loop.stop();
        try {
            for (var i = 0; i <= BATCH; i++) {
                commit(1);
            }
            assertThat(relay(table).run()).isEqualTo(OutboxRelay.Pass.FULL);
            assertThat(relay(table).run()).isEqualTo(OutboxRelay.Pass.PUBLISHED);
        } finally {
            loop.start();
        }
    }

    @Test
    void waitsForABrokerThatIsDown() {
        peers.kafka().stop();
        var meters = service.getBean(MeterRegistry.class);
        try {
            commit(1);
            commit(2);
            await().atMost(LONG)
                    .until(() -> meters.get("tocsin.outbox.age").gauge().value() > 1);
            assertThat(meters.get("tocsin.outbox.depth").gauge().value()).isEqualTo(2);
        } finally {
            peers.kafka().restart();
        }
        await().atMost(LONG).until(() -> ofKey(key).size() >= 2);
        await().atMost(LONG).until(() -> table.depth() == 0);
        assertThat(meters.get("tocsin.outbox.age").gauge().value()).isZero();
    }

    @Test
    void deletesWhatWasPublishedLongAgo() {
        commit(1);
        await().atMost(LONG).until(() -> table.depth() == 0);
        assertThat(table.deletePublishedBefore(Duration.ofDays(1), 1000)).isZero();
        assertThat(table.deletePublishedBefore(Duration.ZERO, 1000)).isPositive();
    }

    private OutboxRelay relay(OutboxTable over) {
        @SuppressWarnings("unchecked") // there is one template
        var kafka = (KafkaTemplate<String, byte[]>) service.getBean(KafkaTemplate.class);
        var publisher = new Publisher(
                kafka, service.getBean(SchemaIds.class), service.getBean(ReleasedSchemas.class), "/test-service");
        return new OutboxRelay(over, publisher, transaction, BATCH);
    }

    private void commit(long version) {
        transaction.executeWithoutResult(status -> outbox.add(key, claimed(version)));
    }

    private IncidentClaimed claimed(long version) {
        return claimed(key, version);
    }

    private static IncidentClaimed claimed(UUID id, long version) {
        return IncidentClaimed.newBuilder()
                .setIncidentId(id)
                .setVersion(version)
                .setClaimedAt(Instant.EPOCH)
                .setClaimedBy("verifier-one")
                .build();
    }

    private static synchronized List<ConsumerRecord<String, byte[]>> ofKey(UUID key) {
        consumer.poll(Duration.ofMillis(100)).forEach(received::add);
        return received.stream()
                .filter(record -> record.key().equals(key.toString()))
                .toList();
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    /** Dies where a process may die: Kafka has the events, the table does not know it. */
    private static final class CrashingTable extends OutboxTable {

        CrashingTable(ConfigurableApplicationContext service) {
            super(service.getBean(JdbcClient.class));
        }

        @Override
        void markPublished(List<OutboxRow> rows) {
            throw new IllegalStateException("crash");
        }
    }
}
