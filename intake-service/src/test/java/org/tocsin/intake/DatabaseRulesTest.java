package org.tocsin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.intake.FrontDoor.report;
import static org.tocsin.intake.FrontDoor.verification;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The rules that the database keeps even if the code forgets them. */
@ServiceTest
class DatabaseRulesTest {

    private final FrontDoor door;
    private final Shelves shelves;

    @Autowired
    DatabaseRulesTest(FrontDoor door, Shelves shelves) {
        this.door = door;
        this.shelves = shelves;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'FORGOTTEN'",
                "country = 'CD'",
                "violations = '{}'",
                "violations = '{BAD_MANNERS}'",
                "urgency = 'SOON'",
                "sectors = '{BANKER}'",
                "occurred_to = occurred_from - 1",
                "claimed_by = 'verifier-one'",
                "claimed_by = submitted_by, claimed_at = now()",
                "status = 'CLAIMED'",
                "version = 0"
            })
    void refuseAnIncidentThatCannotBe(String change) {
        var id = door.submitted("partner-one", report(it -> it));

        assertThatThrownBy(() -> shelves.jdbc()
                        .sql("update incident set " + change + " where id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verifier = 'partner-one'",
                "decision = 'PERHAPS'",
                "certainty = 'UNLIKELY'",
                "corroborated_by_sealed = null",
                "method = null"
            })
    void refuseAVerificationThatCannotBe(String change) {
        var id = verified();

        assertThatThrownBy(() -> copyVerification(id, change)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void acceptTheSameVerificationWithoutAFault() {
        assertThat(copyVerification(verified(), "method = 'VISIT'")).isEqualTo(1);
    }

    private UUID verified() {
        var id = door.claimed("verifier-one");
        door.post("verifier-one", "/api/v1/incidents/{id}/verification", verification(it -> it), id);
        return id;
    }

    /** Adds the verification once more, as one made at the next version, with one column changed. */
    private int copyVerification(UUID id, String change) {
        var column = change.substring(0, change.indexOf(' '));
        var value = change.substring(change.indexOf('=') + 2);
        var columns = "incident_id, incident_version, decision, verifier, submitting_partner, decided_at, reliability,"
                + " certainty, method, corroborated_by_sealed, urgency, partner_may_be_named, hostile_jurisdictions";
        var values = columns.replace("incident_version", "incident_version + 1")
                .replace(" " + column + ",", " " + value + ",");
        return shelves.jdbc()
                .sql("insert into verification_record (%s) select %s from verification_record where incident_id = :id"
                        .formatted(columns, values))
                .param("id", id)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verification_record", "consent", "risk_assessment"})
    void keepRecordsAsTheyAre(String table) {
        assertThatThrownBy(() -> shelves.jdbc().sql("delete from " + table).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> shelves.jdbc()
                        .sql("update %s set incident_version = incident_version".formatted(table))
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refuseAKeyThatIsNeitherThereNorShredded() {
        var id = door.submitted("partner-one", report(it -> it));

        assertThatThrownBy(() -> shelves.jdbc()
                        .sql("update data_key set wrapped_keyset = null where incident_id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }
}
