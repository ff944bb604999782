package org.tocsin.intake.incident;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which appeals were issued on which incident, told by alert-service. */
@Repository
class IssuedAppeals {

    private final JdbcClient jdbc;

    IssuedAppeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remember(UUID appealId, UUID incidentId) {
        jdbc.sql("""
                        insert into issued_appeal (appeal_id, incident_id) values (:appealId, :incidentId)
                        on conflict (appeal_id) do update set cancelled = false
                        """)
                .param("appealId", appealId)
                .param("incidentId", incidentId)
                .update();
    }

    /** Marks an appeal cancelled and answers the incident it was on. */
    Optional<UUID> cancel(UUID appealId) {
        return jdbc.sql("update issued_appeal set cancelled = true where appeal_id = :appealId returning incident_id")
                .param("appealId", appealId)
                .query(UUID.class)
                .optional();
    }

    boolean anyOn(UUID incidentId) {
        return jdbc.sql("select exists (select from issued_appeal where incident_id = :id and not cancelled)")
                .param("id", incidentId)
                .query(Boolean.class)
                .single();
    }
}
