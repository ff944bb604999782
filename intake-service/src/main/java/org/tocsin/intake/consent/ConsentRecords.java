package org.tocsin.intake.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents and risk assessments as they were recorded; append-only. */
@Repository
public class ConsentRecords {

    private final JdbcClient jdbc;

    ConsentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a record belongs to.
     *
     * @param version the incident's at the decision that brought it
     */
    public record Occasion(UUID incidentId, long version, String recordedBy, Instant at) {}

    public void add(Occasion occasion, Consents consents) {
        for (var consent : consents.all()) {
            jdbc.sql("""
                            insert into consent (
                                incident_id, incident_version, person, given_by, audiences, may_name, may_show_photo,
                                may_show_place, may_name_organisation, recorded_by, recorded_at)
                            values (
                                :incidentId, :version, :person, :givenBy, :audiences, :name, :photo,
                                :place, :organisation, :recordedBy, :at)
                            """)
                    .param("incidentId", occasion.incidentId())
                    .param("version", occasion.version())
                    .param("person", consent.person())
                    .param("givenBy", consent.givenBy().name())
                    .param(
                            "audiences",
                            consent.audiences().stream()
                                    .map(Audience::name)
                                    .sorted()
                                    .toArray(String[]::new))
                    .param("name", consent.name())
                    .param("photo", consent.photo())
                    .param("place", consent.place())
                    .param("organisation", consent.organisation())
                    .param("recordedBy", occasion.recordedBy())
                    .param("at", occasion.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /**
     * Adds an assessment.
     *
     * @param sealedMitigations the mitigations, which may tell too much, sealed
     */
    public void add(Occasion occasion, RiskAssessment risk, byte @Nullable [] sealedMitigations) {
        jdbc.sql("""
                        insert into risk_assessment (
                            incident_id, incident_version, subject, family, source, recipients, mitigations_sealed,
                            valid_until, assessed_by, assessed_at)
                        values (
                            :incidentId, :version, :subject, :family, :source, :recipients, :mitigations,
                            :validUntil, :assessedBy, :at)
                        """)
                .param("incidentId", occasion.incidentId())
                .param("version", occasion.version())
                .param("subject", risk.subject().name())
                .param("family", risk.family().name())
                .param("source", risk.source().name())
                .param("recipients", risk.recipients().name())
                .param("mitigations", sealedMitigations)
                .param("validUntil", risk.validUntil())
                .param("assessedBy", occasion.recordedBy())
                .param("at", occasion.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
