package org.tocsin.notification.delivery;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.rendering.Document;

/** Which appeals are held or recalled, in the table {@code stop}; also of those that were never seen issued. */
@Repository
class Stops {

    /** A recall is the end: nothing is said after it. */
    private static final String SAY = """
            insert into stop (appeal_id, version, document) values (:id, :version, :document)
            on conflict (appeal_id) do update set
                version = excluded.version, document = excluded.document,
                answers = case when excluded.document = 'GO_ON' and stop.document = 'WAIT' then stop.version end
            where stop.version < excluded.version
                  and (stop.document is null or stop.document in ('WAIT', 'GO_ON'))
            returning version""";

    private final JdbcClient jdbc;

    Stops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers what stands from now on; false if something later was said before.
     *
     * @param document absent when the issue was taken back, so that there is nothing to hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean say(UUID appealId, long version, @Nullable Document document) {
        return jdbc.sql(SAY)
                .param("id", appealId)
                .param("version", version)
                .param("document", document == null ? null : document.name())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Optional<Stop> of(UUID appealId) {
        return jdbc.sql("select document, version, answers from stop where appeal_id = :id and document is not null")
                .param("id", appealId)
                .query((row, number) -> new Stop(
                        Document.valueOf(row.getString("document")),
                        row.getLong("version"),
                        row.getObject("answers", Long.class)))
                .optional();
    }
}
