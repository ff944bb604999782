package org.tocsin.platform.inbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.inbox.QuarantinedRecord.Status;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records that could not be acted on, and those that wait behind them. */
class Quarantine {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final JsonMapper json = JsonMapper.shared();
    private final JdbcClient jdbc;
    private final KeyLock keys;

    Quarantine(JdbcClient jdbc, KeyLock keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Keeps a record that failed. Handed over again, it is counted, not kept twice. */
    @Transactional
    public void keep(String consumer, ConsumerRecord<?, ?> record, PoisonRecord.Reason reason, String cause) {
        var key = record.key() instanceof byte[] bytes ? Envelope.keyOf(bytes) : null;
        if (key != null) {
            keys.take(consumer, record.topic(), key);
        }
        var value = record.value() instanceof byte[] bytes ? bytes : null;
        insert(
                consumer,
                new Position(record.topic(), record.partition(), record.offset(), key),
                EnvelopeHeaderMapper.envelope(record.headers()),
                value,
                Status.QUARANTINED,
                reason,
                cause);
    }

    /** Lines a record up behind an earlier one of its key; in the caller's transaction, which holds the key's lock. */
    void queue(String consumer, Envelope envelope, Message<byte[]> message) {
        insert(
                consumer,
                new Position(envelope.topic(), envelope.partition(), envelope.offset(), envelope.key()),
                EnvelopeHeaderMapper.envelope(message.getHeaders()),
                message.getPayload(),
                Status.QUEUED,
                PoisonRecord.Reason.HANDLER_FAILED,
                "QUEUED");
    }

    /** Whether an earlier record of the same key still waits. */
    boolean holdsEarlier(String consumer, Envelope envelope) {
        return jdbc.sql("""
                select exists (select from quarantine
                    where consumer = :consumer and topic = :topic and key = :key and status in ('QUARANTINED', 'QUEUED')
                      and partition = :partition and "offset" < :offset)""")
                .param("consumer", consumer)
                .param("topic", envelope.topic())
                .param("key", envelope.key())
                .param("partition", envelope.partition())
                .param("offset", envelope.offset())
                .query(Boolean.class)
                .single();
    }

    Optional<QuarantinedRecord> find(UUID id) {
        return jdbc.sql("select * from quarantine where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Everything that still waits, newest first, from before the given id on. */
    List<QuarantinedRecord> waiting(@Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from quarantine
                where status in ('QUARANTINED', 'QUEUED') and (cast(:before as uuid) is null or id < :before)
                order by id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** The first record that still waits of the same consumer and key; a record without key waits for itself alone. */
    Optional<QuarantinedRecord> firstLike(QuarantinedRecord record) {
        return jdbc.sql("""
                select * from quarantine
                where consumer = :consumer and topic = :topic and status in ('QUARANTINED', 'QUEUED')
                  and case when cast(:key as text) is null then id = :id else key = :key end
                order by partition, "offset" limit 1""")
                .param("consumer", record.consumer())
                .param("topic", record.topic())
                .param("key", record.key())
                .param("id", record.id())
                .query(this::row)
                .optional();
    }

    @Transactional
    public void redriven(QuarantinedRecord record) {
        if (record.key() != null) {
            keys.take(record.consumer(), record.topic(), record.key());
        }
        jdbc.sql(
                        "update quarantine set status = 'REDRIVEN', redriven_at = now(), attempts = attempts + 1 where id = :id")
                .param("id", record.id())
                .update();
    }

    /** Whether it was given up: one that is done, or was never tried, is not. */
    @Transactional
    public boolean discarded(QuarantinedRecord record, String reason) {
        if (record.key() != null) {
            keys.take(record.consumer(), record.topic(), record.key());
        }
        return jdbc.sql("""
                update quarantine set status = 'DISCARDED', discarded_at = now(), discard_reason = :reason
                where id = :id and status = 'QUARANTINED'""").param("id", record.id()).param("reason", reason).update() == 1;
    }

    @Transactional
    public void failedAgain(QuarantinedRecord record, PoisonRecord.Reason reason, String cause) {
        jdbc.sql("""
                update quarantine set status = 'QUARANTINED', reason = :reason, cause = :cause, attempts = attempts + 1
                where id = :id and status in ('QUARANTINED', 'QUEUED')""")
                .param("id", record.id())
                .param("reason", reason.name())
                .param("cause", cause)
                .update();
    }

    long count(String consumer) {
        return jdbc.sql(
                        "select count(*) from quarantine where consumer = :consumer and status in ('QUARANTINED', 'QUEUED')")
                .param("consumer", consumer)
                .query(Long.class)
                .single();
    }

    private record Position(
            String topic,
            int partition,
            long offset,
            @Nullable String key) {}

    private void insert(
            String consumer,
            Position position,
            Map<String, String> headers,
            byte @Nullable [] value,
            Status status,
            PoisonRecord.Reason reason,
            String cause) {
        jdbc.sql("""
                insert into quarantine as kept
                    (id, consumer, topic, partition, "offset", key, headers, value, status, reason, cause, attempts)
                values (:id, :consumer, :topic, :partition, :offset, :key, cast(:headers as jsonb), :value,
                    :status, :reason, :cause, case :status when 'QUEUED' then 0 else 1 end)
                on conflict (consumer, topic, partition, "offset") do update set attempts = kept.attempts + 1""")
                .param("id", ids.generate())
                .param("consumer", consumer)
                .param("topic", position.topic())
                .param("partition", position.partition())
                .param("offset", position.offset())
                .param("key", position.key())
                .param("headers", json.writeValueAsString(headers))
                .param("value", value)
                .param("status", status.name())
                .param("reason", reason.name())
                .param("cause", cause)
                .update();
    }

    private QuarantinedRecord row(ResultSet result, int number) throws SQLException {
        return new QuarantinedRecord(
                result.getObject("id", UUID.class),
                result.getString("consumer"),
                result.getString("topic"),
                result.getInt("partition"),
                result.getLong("offset"),
                result.getString("key"),
                json.readValue(result.getString("headers"), HEADERS),
                result.getBytes("value"),
                Status.valueOf(result.getString("status")),
                PoisonRecord.Reason.valueOf(result.getString("reason")),
                result.getInt("attempts"),
                Objects.requireNonNull(result.getObject("quarantined_at", OffsetDateTime.class))
                        .toInstant());
    }
}
