package org.tocsin.notification.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.notification.delivery.FanOutId;
import org.tocsin.platform.language.Language;

/** Words to another contact that one was paused, in the table {@code pause_confirmation}. */
@Repository
class Confirmations {

    private static final int MOST_ATTEMPTS = 20;

    private final JdbcClient jdbc;

    Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fanOut the appeal whose link was used; the contact has one of its own */
    record Confirmation(UUID id, UUID contactId, FanOutId fanOut, Language language, Instant plannedAt, int attempts) {

        boolean isLastAttempt() {
            return attempts >= MOST_ATTEMPTS;
        }
    }

    void plan(UUID id, UUID task, UUID contactId, FanOutId fanOut, Language language) {
        jdbc.sql("""
                        insert into pause_confirmation (confirmation_id, task_id, contact_id, appeal_id, issue_version,
                                                        language, planned_at, due_at, status)
                        values (:id, :task, :contactId, :appealId, :issueVersion, :language, now(), now(), 'PLANNED')""")
                .param("id", id)
                .param("task", task)
                .param("contactId", contactId)
                .param("appealId", fanOut.appealId())
                .param("issueVersion", fanOut.issueVersion())
                .param("language", language.tag())
                .update();
    }

    /** Takes what is due; what is not settled is due again later, under the same id and so the same Message-ID. */
    List<Confirmation> claimDue() {
        return jdbc.sql("""
                        with due as materialized (
                            select confirmation_id from pause_confirmation
                            where status = 'PLANNED' and due_at <= now()
                            order by due_at limit 50 for update skip locked)
                        update pause_confirmation p set attempts = attempts + 1, due_at = now() + interval '10 minutes'
                        from due where p.confirmation_id = due.confirmation_id
                        returning p.*""")
                .query((row, number) -> new Confirmation(
                        row.getObject("confirmation_id", UUID.class),
                        row.getObject("contact_id", UUID.class),
                        new FanOutId(row.getObject("appeal_id", UUID.class), row.getLong("issue_version")),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getTimestamp("planned_at").toInstant(),
                        row.getInt("attempts")))
                .list();
    }

    void settle(UUID id, String status) {
        jdbc.sql("update pause_confirmation set status = :status where confirmation_id = :id")
                .param("status", status)
                .param("id", id)
                .update();
    }
}
