package org.tocsin.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tocsin.intake.incident.IncidentExamples.VERIFIER;
import static org.tocsin.intake.incident.IncidentExamples.incident;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.intake.incident.Incident;
import org.tocsin.intake.incident.IncidentStatus;
import org.tocsin.intake.incident.Sector;
import org.tocsin.intake.incident.Urgency;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DecisionFormTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Incident ONE_PERSON = incident(IncidentStatus.CLAIMED, VERIFIER, Sector.LAWYER);
    private static final Incident NO_PERSON = incident(IncidentStatus.CLAIMED, VERIFIER);

    private final DecisionForm form = new DecisionForm(() -> Instant.parse("2026-11-24T12:00:00Z"));

    @Test
    void readsAVerification() {
        var ruling = form.read(changed("{}"), ONE_PERSON);

        assertThat(ruling.decision()).isEqualTo(Decision.VERIFIED);
        assertThat(ruling.urgency()).isEqualTo(Urgency.LIFE_AT_RISK);
        assertThat(ruling.isPublic()).isTrue();
        assertThat(ruling.findings().corroboratedBy()).isEqualTo("Amani");
    }

    @Test
    void needsTheSubmittersUrgencyOnlyWhenTheVerifierNamesNone() {
        assertThat(form.read(changed("{\"urgency\": null}"), ONE_PERSON).urgency())
                .isEqualTo(Urgency.URGENT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void needsNothingButTheDecisionWhereNoAppealFollows(Decision decision) {
        var sent = JSON.readValue("{\"decision\": \"%s\"}".formatted(decision), DecisionRequest.class);

        assertThat(form.read(sent, ONE_PERSON).decision()).isEqualTo(decision);
    }

    @Test
    void namesAllThatVerifiedNeeds() {
        assertThat(faults(JSON.readValue("{\"decision\": \"VERIFIED\"}", DecisionRequest.class), ONE_PERSON))
                .containsExactlyInAnyOrder(
                        "/reliability", "/certainty", "/method", "/corroboratedBy", "/consents", "/risk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"decision\": null} | /decision",
                "{\"decision\": \"TRUE\"} | /decision",
                "{\"reliability\": \"VERY\"} | /reliability",
                "{\"certainty\": \"UNLIKELY\"} | /certainty",
                "{\"certainty\": \"UNKNOWN\"} | /certainty",
                "{\"method\": \"GUESS\"} | /method",
                "{\"corroboratedBy\": \" \"} | /corroboratedBy",
                "{\"urgency\": \"SOON\"} | /urgency",
                "{\"consents\": []} | /consents",
                "{\"hostileJurisdictions\": [\"COD\", \"XXX\"]} | /hostileJurisdictions/1",
                "{\"audience\": \"EVERYBODY\"} | /audience",
                "{\"duplicateOf\": \"01936000-0000-7000-8000-000000000002\"} | /duplicateOf"
            })
    void pointsAtTheOnePropertyThatBreaksARule(String change, String pointer) {
        assertThat(faults(changed(change), ONE_PERSON)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"person\": \"P2\"} | /consents/0/person, /consents",
                "{\"person\": null} | /consents/0/person, /consents",
                "{\"givenBy\": \"NEIGHBOUR\"} | /consents/0/givenBy",
                "{\"audiences\": null} | /consents/0/audiences",
                "{\"audiences\": [\"PUBLIC\"]} | /consents/0/audiences",
                "{\"audiences\": [\"MEMBERS\", \"ALL\"]} | /consents/0/audiences/1"
            })
    void wantsARealConsentOfEveryPerson(String change, String pointers) {
        var sent = body();
        ((ObjectNode) sent.withArray("consents").get(0)).setAll((ObjectNode) JSON.readTree(change));

        assertThat(faults(JSON.treeToValue(sent, DecisionRequest.class), ONE_PERSON))
                .containsExactlyInAnyOrder(pointers.split(", "));
    }

    @Test
    void refusesTwoConsentsOfOnePerson() {
        var sent = body();
        sent.withArray("consents").add(sent.withArray("consents").get(0));

        assertThat(faults(JSON.treeToValue(sent, DecisionRequest.class), ONE_PERSON))
                .containsExactly("/consents/1/person");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"family\": null} | /risk/family",
                "{\"subject\": \"UNKNOWN\"} | /risk/subject",
                "{\"source\": \"YES\", \"mitigations\": null} | /risk/mitigations",
                "{\"recipients\": \"PERHAPS\"} | /risk/recipients",
                "{\"validUntil\": null} | /risk/validUntil",
                "{\"validUntil\": \"2026-11-22\"} | /risk/validUntil"
            })
    void stopsAtAnOpenQuestionOfRisk(String change, String pointer) {
        var sent = body();
        sent.withObject("/risk").setAll((ObjectNode) JSON.readTree(change));

        assertThat(faults(JSON.treeToValue(sent, DecisionRequest.class), ONE_PERSON))
                .containsExactly(pointer);
    }

    @Test
    void goesOnWithADangerAboutWhichSomethingIsDone() {
        var sent = body();
        sent.withObject("/risk").put("source", "YES").put("mitigations", "The source left the country.");

        assertThat(form.read(JSON.treeToValue(sent, DecisionRequest.class), ONE_PERSON)
                        .risk())
                .isNotNull();
    }

    @Test
    void needsNoConsentWhereThereIsNobody() {
        var ruling = form.read(changed("{\"consents\": null}"), NO_PERSON);

        assertThat(ruling.isPublic()).isFalse();
        assertThat(form.read(changed("{\"consents\": [], \"audience\": \"PUBLIC\"}"), NO_PERSON)
                        .isPublic())
                .isTrue();
    }

    @Test
    void refusesAnIncidentThatDuplicatesItself() {
        var sent = JSON.readValue(
                "{\"decision\": \"DUPLICATE\", \"duplicateOf\": \"%s\"}".formatted(ONE_PERSON.id()),
                DecisionRequest.class);

        assertThat(faults(sent, ONE_PERSON)).containsExactly("/duplicateOf");
    }

    @Test
    void tellsALogNothingOfADecision() {
        var sent = changed("{\"note\": \"Amani was there\"}");

        assertThat(sent + " " + sent.risk() + form.read(sent, ONE_PERSON)
                        + form.read(sent, ONE_PERSON).findings())
                .doesNotContain("Amani");
    }

    private List<String> faults(DecisionRequest request, Incident incident) {
        return catchThrowableOfType(InvalidRequest.class, () -> form.read(request, incident)).faults().stream()
                .map(FieldFault::pointer)
                .toList();
    }

    private static DecisionRequest changed(String change) {
        var body = body();
        body.setAll((ObjectNode) JSON.readTree(change));
        return JSON.treeToValue(body, DecisionRequest.class);
    }

    private static ObjectNode body() {
        return (ObjectNode) JSON.readTree("""
                { "decision": "VERIFIED", "reliability": "HIGHLY_RELIABLE", "certainty": "LIKELY",
                  "method": "CALL_BACK_KNOWN_NUMBER", "corroboratedBy": "Amani", "urgency": "LIFE_AT_RISK",
                  "consents": [{"person": "P1", "givenBy": "FAMILY", "audiences": ["MEMBERS", "PUBLIC"], "name": true}],
                  "partnerMayBeNamed": false,
                  "risk": {"subject": "NO", "family": "NO", "source": "NO", "recipients": "NO", "validUntil": "2026-12-31"},
                  "hostileJurisdictions": ["COD"] }
                """);
    }
}
