package org.tocsin.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.platform.Databases;

class JdbcInboxTest {

    private static final String CONSUMER = "openAppeal";
    private static final String TOPIC = "tocsin.incident.v1";
    private static final AtomicInteger PARTITIONS = new AtomicInteger();
    private static final Databases.Database DATABASE = Databases.migrated();

    private final TransactionTemplate transaction = DATABASE.transaction();
    private final KeyLock keys = new KeyLock(DATABASE.jdbc());
    private final Quarantine quarantine = new Quarantine(DATABASE.jdbc(), keys);
    private final JdbcInbox inbox = new JdbcInbox(DATABASE.jdbc(), quarantine, keys);
    private final List<String> done = new ArrayList<>();
    private String key = "";
    private int partition;

    @BeforeEach
    void newKey() {
        key = UUID.randomUUID().toString();
        partition = PARTITIONS.incrementAndGet();
    }

    @Test
    void actsOnceHoweverOftenTheEventComes() {
        var event = UUID.randomUUID();
        once(event, 1, 0, "first");
        once(event, 1, 0, "again");
        once(event, 1, 17, "published twice");
        assertThat(done).containsExactly("first");
    }

    @Test
    void eachConsumerActsForItself() {
        var message = message(UUID.randomUUID(), 1, 0);
        transaction.executeWithoutResult(status -> inbox.once("one", message, () -> done.add("one")));
        transaction.executeWithoutResult(status -> inbox.once("two", message, () -> done.add("two")));
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void doesNotActOnALowerVersionThatComesLate() {
        once(UUID.randomUUID(), 3, 0, "third");
        once(UUID.randomUUID(), 2, 1, "second");
        once(UUID.randomUUID(), 4, 2, "fourth");
        assertThat(done).containsExactly("third", "fourth");
    }

    @Test
    void actsOnBothEventsOfOneChange() {
        once(UUID.randomUUID(), 3, 0, "one");
        once(UUID.randomUUID(), 3, 1, "other");
        assertThat(done).containsExactly("one", "other");
    }

    @Test
    void forgetsTheEventWhenTheWorkFails() {
        var event = UUID.randomUUID();
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> inbox.once(CONSUMER, message(event, 5, 0), () -> {
                            throw new IllegalStateException();
                        })))
                .isInstanceOf(IllegalStateException.class);
        once(event, 5, 0, "retried");
        assertThat(done).containsExactly("retried");
    }

    @Test
    void twoAtOnceActOnce() throws Exception {
        var event = UUID.randomUUID();
        var start = new CountDownLatch(1);
        var count = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                threads.submit(() -> {
                    start.await();
                    transaction.executeWithoutResult(
                            status -> inbox.once(CONSUMER, message(event, 1, 0), count::incrementAndGet));
                    return null;
                });
            }
            start.countDown();
        }
        assertThat(count).hasValue(1);
    }

    @Test
    void queuesBehindAnEarlierRecordInTheQuarantine() {
        keep(0);
        once(UUID.randomUUID(), 2, 1, "later");
        assertThat(done).isEmpty();
        assertThat(quarantine.waiting(null, 1000).stream()
                        .filter(record -> key.equals(record.key()))
                        .map(QuarantinedRecord::status))
                .containsExactly(QuarantinedRecord.Status.QUEUED, QuarantinedRecord.Status.QUARANTINED);
    }

    @Test
    void doesNotQueueBehindAnotherKey() {
        keep(0);
        newKey();
        once(UUID.randomUUID(), 1, 1, "mine");
        assertThat(done).containsExactly("mine");
    }

    @Test
    void countsARecordThatIsKeptTwice() {
        keep(0);
        keep(0);
        var kept = quarantine.waiting(null, 1000).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
        assertThat(kept).singleElement().extracting(QuarantinedRecord::attempts).isEqualTo(2);
    }

    @Test
    void aRecordWithoutAnEnvelopeIsPoison() {
        var bare = MessageBuilder.withPayload(new byte[0]).build();
        assertThatExceptionOfType(PoisonRecord.class)
                .isThrownBy(() -> inbox.once(CONSUMER, bare, () -> done.add("never")))
                .withMessage("BAD_ENVELOPE");
    }

    @ParameterizedTest
    @MethodSource("impossibleKeys")
    void keepsARecordWhoseKeyNoTableCanHold(String impossible) {
        key = impossible;
        assertThatExceptionOfType(PoisonRecord.class)
                .isThrownBy(() -> once(UUID.randomUUID(), 1, 0, "never"))
                .withMessage("BAD_ENVELOPE");
        keep(0);
        assertThat(quarantine.waiting(null, 1000))
                .filteredOn(record -> record.partition() == partition)
                .singleElement()
                .extracting(QuarantinedRecord::key)
                .isNull();
    }

    static Stream<String> impossibleKeys() {
        return Stream.of(
                "a\0b",
                new Random(1)
                        .ints(20_000, 'a', 'z')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }

    private void once(UUID event, long version, long offset, String what) {
        var message = message(event, version, offset);
        transaction.executeWithoutResult(status -> inbox.once(CONSUMER, message, () -> done.add(what)));
    }

    private void keep(long offset) {
        var record = new ConsumerRecord<byte[], byte[]>(
                TOPIC, partition, offset, key.getBytes(StandardCharsets.UTF_8), new byte[] {1});
        transaction.executeWithoutResult(
                status -> quarantine.keep(CONSUMER, record, PoisonRecord.Reason.UNREADABLE, "test"));
    }

    private Message<byte[]> message(UUID event, long version, long offset) {
        return MessageBuilder.withPayload(new byte[] {0})
                .setHeader(EnvelopeHeaders.ID, event.toString())
                .setHeader(EnvelopeHeaders.VERSION, Long.toString(version))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, TOPIC)
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, partition)
                .setHeader(KafkaHeaders.OFFSET, offset)
                .setHeader(KafkaHeaders.RECEIVED_KEY, key.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
