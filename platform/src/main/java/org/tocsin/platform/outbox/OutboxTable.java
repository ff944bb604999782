package org.tocsin.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox table. */
class OutboxTable {

    /** The same for every instance of a service; advisory locks are a database's own, so services do not meet. */
    private static final long RELAY_LOCK = 0x746f_6373_696eL;

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OutboxRow row) {
        jdbc.sql("""
                insert into outbox (id, topic, key, type, release, version, trace_parent, payload)
                values (:id, :topic, :key, :type, :release, :version, :traceParent, :payload)""")
                .param("id", row.id())
                .param("topic", row.topic())
                .param("key", row.key())
                .param("type", row.type())
                .param("release", row.release())
                .param("version", row.version())
                .param("traceParent", row.traceParent())
                .param("payload", row.payload())
                .update();
    }

    /** Cheap enough to ask ten times a second. */
    boolean hasPending() {
        return jdbc.sql("select exists (select from outbox where published_at is null)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the lock that only one relay holds, until the end of the transaction. A relay that died loses it with its
     * connection; one that hangs loses it when the database ends the idle session.
     */
    boolean holdsRelayLock() {
        jdbc.sql("set local idle_in_transaction_session_timeout = '20s'").update();
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", RELAY_LOCK)
                .query(Boolean.class)
                .single();
    }

    /** By status, never by "id greater than the last": identities become visible out of order. */
    List<OutboxRow> oldestPending(int limit) {
        return jdbc.sql("""
                select id, topic, key, type, release, version, created_at, trace_parent, payload
                from outbox where published_at is null order by seq limit :limit""").param("limit", limit).query(OutboxTable::row).list();
    }

    void markPublished(List<OutboxRow> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("update outbox set published_at = clock_timestamp() where id = any(:ids)")
                    .param("ids", rows.stream().map(OutboxRow::id).toArray(UUID[]::new))
                    .update();
        }
    }

    /** How many were removed, at most the given number, so that no deletion runs long. */
    int deletePublishedBefore(Duration age, int limit) {
        return jdbc.sql("""
                delete from outbox where seq in (
                    select seq from outbox
                    where published_at < now() - make_interval(secs => :seconds)
                    order by published_at limit :limit)""")
                .param("seconds", (double) age.toSeconds())
                .param("limit", limit)
                .update();
    }

    long depth() {
        return jdbc.sql("select count(*) from outbox where published_at is null")
                .query(Long.class)
                .single();
    }

    /** Age of the oldest event that has not left yet, 0 when there is none. */
    double ageInSeconds() {
        return jdbc.sql("""
                select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8
                from outbox where published_at is null""").query(Double.class).single();
    }

    private static OutboxRow row(ResultSet result, int number) throws SQLException {
        return new OutboxRow(
                result.getObject("id", UUID.class),
                result.getString("topic"),
                result.getString("key"),
                result.getString("type"),
                result.getInt("release"),
                result.getLong("version"),
                Objects.requireNonNull(result.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                result.getString("trace_parent"),
                result.getBytes("payload"));
    }
}
