package org.tocsin.archive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as a table that refuses change; its head row puts appends in line. */
@Repository
class JdbcLedger implements Ledger {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public OptionalLong append(Entry entry) {
        var last = jdbc.sql("select seq, hash from ledger_head for update")
                .query(JdbcLedger::headOf)
                .single();
        if (isKnown(entry)) {
            return OptionalLong.empty();
        }
        var seq = last.seq() + 1;
        var archivedAt = now();
        var hash = HashChain.next(last.hash(), seq, archivedAt, entry);
        jdbc.sql("""
                insert into ledger (seq, event_id, topic, partition, "offset", key, type, occurred_at, headers, value, decoded,
                    archived_at, previous_hash, hash)
                values (:seq, :eventId, :topic, :partition, :offset, :key, :type, :occurredAt, :headers, :value, :decoded,
                    :archivedAt, :previous, :hash)""")
                .param("seq", seq)
                .param("eventId", entry.eventId(), Types.OTHER)
                .param("topic", entry.topic())
                .param("partition", entry.partition())
                .param("offset", entry.offset())
                .param("key", entry.key(), Types.BINARY)
                .param("type", entry.type(), Types.VARCHAR)
                .param("occurredAt", atUtc(entry), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("headers", entry.headers())
                .param("value", entry.value())
                .param("decoded", entry.decoded())
                .param("archivedAt", archivedAt.atOffset(ZoneOffset.UTC))
                .param("previous", last.hash())
                .param("hash", hash)
                .update();
        jdbc.sql("update ledger_head set seq = :seq, hash = :hash")
                .param("seq", seq)
                .param("hash", hash)
                .update();
        return OptionalLong.of(seq);
    }

    /** The head's lock is held, so nobody appends in between. A known id with another content is kept: it is news. */
    private boolean isKnown(Entry entry) {
        return jdbc.sql("""
                select exists (select from ledger where topic = :topic and partition = :partition and "offset" = :offset)
                    or exists (select from ledger where event_id = :eventId and topic = :topic and value = :value)""")
                .param("topic", entry.topic())
                .param("partition", entry.partition())
                .param("offset", entry.offset())
                .param("eventId", entry.eventId(), Types.OTHER)
                .param("value", entry.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Head head() {
        return jdbc.sql("select seq, hash from ledger_head")
                .query(JdbcLedger::headOf)
                .single();
    }

    @Override
    public void walk(Predicate<Link> each) {
        var page = after(0, PAGE);
        while (!page.isEmpty()) {
            for (var link : page) {
                if (!each.test(link)) {
                    return;
                }
            }
            page = after(page.getLast().seq(), PAGE);
        }
    }

    @Override
    public List<Link> after(long seq, int limit) {
        return jdbc.sql("select * from ledger where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query(JdbcLedger::linkOf)
                .list();
    }

    private static @Nullable OffsetDateTime atUtc(Entry entry) {
        return entry.occurredAt() == null ? null : entry.occurredAt().atOffset(ZoneOffset.UTC);
    }

    /** The database's clock, to the microsecond it keeps, since the time is part of what is hashed. */
    private Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((result, number) -> time(result, "now"))
                .single();
    }

    private static Instant time(ResultSet result, String column) throws SQLException {
        return Objects.requireNonNull(result.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static Head headOf(ResultSet result, int number) throws SQLException {
        return new Head(result.getLong("seq"), result.getBytes("hash"));
    }

    private static Link linkOf(ResultSet result, int number) throws SQLException {
        var at = result.getObject("occurred_at", OffsetDateTime.class);
        var entry = new Entry(
                result.getObject("event_id", UUID.class),
                result.getString("topic"),
                result.getInt("partition"),
                result.getLong("offset"),
                result.getBytes("key"),
                result.getString("type"),
                at == null ? null : at.toInstant(),
                result.getBytes("headers"),
                result.getBytes("value"),
                result.getBoolean("decoded"));
        return new Link(
                result.getLong("seq"),
                time(result, "archived_at"),
                entry,
                result.getBytes("previous_hash"),
                result.getBytes("hash"));
    }
}
