package org.tocsin.archive.timeline;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timelines as tables. */
@Repository
class Timeline {

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One step.
     *
     * @param type the event's name, such as {@code APPEAL_ISSUED}
     * @param actor account of who did it; null when the system did
     */
    record Step(Instant at, String type, @Nullable String actor) {}

    void add(long seq, @Nullable UUID incidentId, @Nullable UUID appealId, Step step) {
        jdbc.sql("""
                insert into timeline (seq, incident_id, appeal_id, at, type, actor)
                values (:seq, :incidentId, :appealId, :at, :type, :actor)""")
                .param("seq", seq)
                .param("incidentId", incidentId, Types.OTHER)
                .param("appealId", appealId, Types.OTHER)
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("type", step.type())
                .param("actor", step.actor(), Types.VARCHAR)
                .update();
    }

    void name(String reference, UUID appealId, UUID incidentId) {
        jdbc.sql("""
                insert into case_reference (appeal_id, reference, incident_id)
                values (:appealId, :reference, :incidentId)
                on conflict (appeal_id) do update set reference = excluded.reference""")
                .param("appealId", appealId)
                .param("reference", reference)
                .param("incidentId", incidentId)
                .update();
    }

    /** The steps of a case in the order they happened; empty if no case has the reference. */
    List<Step> of(String reference) {
        return jdbc.sql("""
                with named as (select appeal_id, incident_id from case_reference where reference = :reference)
                select at, type, actor from timeline
                where appeal_id in (select appeal_id from named) or incident_id in (select incident_id from named)
                order by at, seq""")
                .param("reference", reference)
                .query((result, number) -> new Step(
                        Objects.requireNonNull(result.getObject("at", OffsetDateTime.class))
                                .toInstant(),
                        result.getString("type"),
                        result.getString("actor")))
                .list();
    }
}
