package org.tocsin.intake.verification;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.sealing.Sealed;

/** Every decision as it was made; append-only. */
@Repository
class VerificationRecords {

    private final JdbcClient jdbc;

    VerificationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(VerificationRecord decided) {
        var ruling = decided.ruling();
        var findings = ruling.findings();
        jdbc.sql("""
                        insert into verification_record (
                            incident_id, incident_version, decision, verifier, submitting_partner, decided_at,
                            reliability, certainty, method, corroborated_by_sealed, urgency, partner_may_be_named,
                            hostile_jurisdictions, duplicate_of, note_sealed)
                        values (
                            :incidentId, :version, :decision, :verifier, :partner, :at,
                            :reliability, :certainty, :method, :corroboratedBy, :urgency, :partnerMayBeNamed,
                            :hostile, :duplicateOf, :note)
                        """)
                .param("incidentId", decided.incident().id())
                .param("version", decided.incident().version())
                .param("decision", ruling.decision().name())
                .param("verifier", decided.verifier())
                .param("partner", decided.incident().origin().partner())
                .param("at", decided.at().atOffset(ZoneOffset.UTC))
                .param("reliability", name(findings.reliability()))
                .param("certainty", name(findings.certainty()))
                .param("method", name(findings.method()))
                .param("corroboratedBy", bytes(decided.corroboratedBy()))
                .param("urgency", ruling.urgency().name())
                .param("partnerMayBeNamed", ruling.partnerMayBeNamed())
                .param(
                        "hostile",
                        ruling.hostileJurisdictions().stream()
                                .map(Country::code)
                                .toArray(String[]::new))
                .param("duplicateOf", ruling.duplicateOf())
                .param("note", bytes(decided.note()))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static byte @Nullable [] bytes(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.bytes();
    }
}
