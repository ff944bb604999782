package org.tocsin.notification.feedback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person of ours has to look at, in the table {@code task}. */
@Repository
class Tasks {

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void openForPausedContact(UUID id, String memberId, UUID contactId, Instant at) {
        jdbc.sql("""
                        insert into task (task_id, kind, member_id, contact_id, opened_at)
                        values (:id, 'CONTACT_PAUSED', :memberId, :contactId, :at)""")
                .param("id", id)
                .param("memberId", memberId)
                .param("contactId", contactId)
                .param("at", Timestamp.from(at))
                .update();
    }
}
