package org.tocsin.intake.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Remembers for 30 days which report was sent under which key, so that a report sent again stays one report. */
@Repository
class IdempotencyKeys {

    private static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    IdempotencyKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a key. */
    sealed interface Remembered {
        /** The key is this report's from now on, if the transaction commits. */
        record New() implements Remembered {}

        /** The same report was stored before. */
        record Before(UUID incidentId) implements Remembered {}

        /** Another report was stored under it. */
        record OfAnother() implements Remembered {}

        /** The first request with it has not ended. */
        record InFlight() implements Remembered {}
    }

    /** Within the transaction that stores the report. Never waits for another request with the key. */
    Remembered remember(String caller, String key, byte[] bodyDigest, UUID incidentId) {
        var isAlone = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:caller || chr(10) || :key, 0))")
                .param("caller", caller)
                .param("key", key)
                .query(Boolean.class)
                .single();
        return isAlone && insert(caller, key, bodyDigest, incidentId)
                ? new Remembered.New()
                : before(caller, key, bodyDigest);
    }

    /** Hourly, since a key that lives an hour too long harms nobody: one past its life is taken over at once. */
    @Scheduled(fixedDelay = 3_600_000)
    void forgetOld() {
        jdbc.sql("delete from idempotency_key where received_at < :oldest")
                .param("oldest", oldest(clock.instant()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean insert(String caller, String key, byte[] bodyDigest, UUID incidentId) {
        var now = clock.instant();
        return jdbc.sql("""
                                insert into idempotency_key as old (caller, key, body_digest, incident_id, received_at)
                                values (:caller, :key, :digest, :incidentId, :now)
                                on conflict (caller, key) do update
                                    set body_digest = excluded.body_digest, incident_id = excluded.incident_id,
                                        received_at = excluded.received_at
                                    where old.received_at < :oldest
                                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("digest", bodyDigest)
                        .param("incidentId", incidentId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("oldest", oldest(now).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Remembered before(String caller, String key, byte[] bodyDigest) {
        return jdbc.sql("select body_digest, incident_id from idempotency_key where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> Arrays.equals(row.getBytes("body_digest"), bodyDigest)
                        ? new Remembered.Before(row.getObject("incident_id", UUID.class))
                        : new Remembered.OfAnother())
                .optional()
                .orElseGet(Remembered.InFlight::new);
    }

    private static Instant oldest(Instant now) {
        return now.minus(LIFE);
    }
}
