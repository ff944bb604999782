package org.tocsin.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.archive.ServiceTest;
import org.tocsin.archive.Topics;
import org.tocsin.archive.ledger.CheckIntegrity.Integrity;
import org.tocsin.platform.inbox.EnvelopeHeaders;
import org.tocsin.schemas.incident.IncidentClaimed;

@ServiceTest
class LedgerTest {

    @Autowired
    Topics topics;

    @Autowired
    Ledger ledger;

    @Autowired
    CheckIntegrity checking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void numbersEveryRecordWithoutAGap() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 40; i++) {
                threads.execute(this::publish);
            }
        }
        var seen = new ArrayList<Long>();
        ledger.walk(link -> seen.add(link.seq()));
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ledger.head().seq()).boxed().toList());
        assertThat(checking.handle())
                .isEqualTo(new Integrity(true, ledger.head().seq(), null));
    }

    @Test
    void keepsAnEventHandedOverOrPublishedAgainOnce() {
        var id = UUID.randomUUID();
        var key = UUID.randomUUID();
        var first = topics.event(id, key, claimed(key)).build();
        topics.publish(first);
        var end = ledger.head().seq();
        topics.publish(first);
        topics.publish(topics.event(id, key, claimed(key)).build());
        assertThat(ledger.head().seq()).isEqualTo(end);
    }

    @Test
    void keepsWhatCannotBeRead() {
        var end = ledger.head().seq();
        topics.publish(topics.record("tocsin.incident.v1", new byte[] {1, 2, 3}).build());
        topics.publish(topics.record("tocsin.incident.v1", new byte[0])
                .setHeader(EnvelopeHeaders.ID, "no id")
                .setHeader(EnvelopeHeaders.TIME, "+999999999-12-31T23:59:59Z")
                .build());
        assertThat(ledger.after(end, 10))
                .hasSize(2)
                .allSatisfy(link -> assertThat(link.entry().decoded()).isFalse());
        assertThat(checking.handle().intact()).isTrue();
    }

    @Test
    void keepsAnotherContentUnderAKnownId() {
        var id = UUID.randomUUID();
        var key = UUID.randomUUID();
        topics.publish(topics.event(id, key, claimed(key)).build());
        var end = ledger.head().seq();
        var forged = topics.event(id, key, claimed(UUID.randomUUID())).build();
        topics.publish(MessageBuilder.fromMessage(forged).build());
        assertThat(ledger.head().seq()).isEqualTo(end + 1);
    }

    @Test
    void refusesChange() {
        publish();
        for (var attempt : new String[] {
            "update ledger set value = '' where seq = 1", "delete from ledger where seq = 1", "truncate ledger cascade"
        }) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void findsEachColumnThatWasChangedBehindItsBack() {
        publish();
        publish();
        var at = ledger.head().seq() - 1;
        for (var change : new String[] {
            "event_id = gen_random_uuid()",
            "topic = 'other'",
            "partition = partition + 7",
            "\"offset\" = -1",
            "key = null",
            "type = 'other'",
            "occurred_at = occurred_at + interval '1 second'",
            "archived_at = archived_at + interval '1 second'",
            "headers = '{}'",
            "value = '\\x00'",
            "decoded = not decoded",
            "previous_hash = sha256('x')",
            "hash = sha256('x')",
            "seq = 1000000"
        }) {
            assertThat(checkAfter("update ledger set " + change + " where seq = " + at))
                    .as(change)
                    .isEqualTo(new Integrity(false, at - 1, at));
        }
    }

    @Test
    void findsWhatIsMissing() {
        publish();
        publish();
        var end = ledger.head().seq();
        assertThat(checkAfter("delete from ledger where seq = " + (end - 1)).brokenAt())
                .isEqualTo(end - 1);
        assertThat(checkAfter("delete from ledger where seq = " + end).brokenAt())
                .isEqualTo(end);
    }

    /** What the check says after a change by somebody who may switch the refusal off; taken back afterwards. */
    private Integrity checkAfter(String change) {
        var result = transaction.execute(status -> {
            jdbc.sql("alter table ledger disable trigger user").update();
            jdbc.sql("alter table timeline drop constraint timeline_seq_fkey").update();
            jdbc.sql(change).update();
            status.setRollbackOnly();
            return checking.handle();
        });
        return Objects.requireNonNull(result);
    }

    private void publish() {
        var key = UUID.randomUUID();
        topics.publish(key, claimed(key));
    }

    private static IncidentClaimed claimed(UUID id) {
        return IncidentClaimed.newBuilder()
                .setIncidentId(id)
                .setVersion(2)
                .setClaimedAt(Instant.ofEpochMilli(1))
                .setClaimedBy("verifier-one")
                .build();
    }
}
