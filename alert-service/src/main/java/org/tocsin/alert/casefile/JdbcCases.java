package org.tocsin.alert.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases in PostgreSQL. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class JdbcCases {

    private final JdbcClient jdbc;

    JdbcCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Case opened) {
        jdbc.sql("""
                        insert into case_file (id, incident_id, country, restricted, status, opened_at)
                        values (:id, :incidentId, :country, :restricted, :status, :openedAt)
                        """)
                .param("id", opened.id())
                .param("incidentId", opened.incidentId())
                .param("country", opened.country())
                .param("restricted", opened.restricted())
                .param("status", opened.status().name())
                .param("openedAt", opened.openedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The case, held until the end of the transaction. */
    public Case lock(UUID id) {
        return jdbc.sql("""
                        select id, incident_id, country, restricted, status, reference, opened_at
                        from case_file where id = :id for update
                        """).param("id", id).query(JdbcCases::read).single();
    }

    public void save(Case changed) {
        jdbc.sql("update case_file set status = :status, reference = :reference where id = :id")
                .param("id", changed.id())
                .param("status", changed.status().name())
                .param(
                        "reference",
                        Optional.ofNullable(changed.reference())
                                .map(ReferenceCode::canonical)
                                .orElse(null))
                .update();
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("country"),
                row.getBoolean("restricted"),
                Case.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("reference"))
                        .flatMap(ReferenceCode::parse)
                        .orElse(null),
                instant(row, "opened_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
