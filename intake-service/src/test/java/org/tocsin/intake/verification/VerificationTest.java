package org.tocsin.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.FrontDoor.json;
import static org.tocsin.intake.FrontDoor.report;
import static org.tocsin.intake.FrontDoor.text;
import static org.tocsin.intake.FrontDoor.verification;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.intake.FrontDoor;
import org.tocsin.intake.ServiceTest;
import org.tocsin.intake.Shelves;
import org.tocsin.platform.sealing.Seals;
import org.tocsin.platform.sealing.Seals.Opened;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.Sealed;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.incident.IncidentClaimReleased;
import org.tocsin.schemas.incident.IncidentClaimed;
import org.tocsin.schemas.incident.IncidentDecided;
import org.tocsin.schemas.incident.IncidentVerified;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class VerificationTest {

    private static final String CLAIM = "/api/v1/incidents/{id}/claim";
    private static final String VERIFICATION = "/api/v1/incidents/{id}/verification";

    private final FrontDoor door;
    private final Shelves shelves;
    private final Seals seals;

    @Autowired
    VerificationTest(FrontDoor door, Shelves shelves, Seals seals) {
        this.door = door;
        this.shelves = shelves;
        this.seals = seals;
    }

    @Test
    void showsTheClaimerNamesAndHowToCallBackAndRecordsIt() {
        var id = door.submitted("partner-one", report(it -> it));
        var looksBefore = looks(id);

        var claimed = door.post("verifier-one", CLAIM, null, id);

        assertThat(claimed).hasStatus(200).hasHeader("Cache-Control", "no-store");
        var body = json(claimed);
        assertThat(body.at("/claim/by").asString()).isEqualTo("verifier-one");
        assertThat(body.at("/identities/persons/0/name").asString()).isEqualTo("Espoir Kambale");
        assertThat(body.at("/identities/persons/0/organisation").asString()).isEqualTo("Ligue des Collines");
        assertThat(body.at("/identities/safeContact/address").asString()).isEqualTo("amani@example.org");
        assertThat(body.at("/identities/safeContact/safeTimes").asString()).isEqualTo("mornings");
        assertThat(body.at("/identities/narrative").asString()).startsWith("Espoir Kambale");
        assertThat(looks(id)).isEqualTo(looksBefore + 1);
        assertThat(shelves.events(id, IncidentClaimed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.getClaimedBy()).isEqualTo("verifier-one"));
    }

    @Test
    void namesTheOwnerToWhoeverComesSecond() {
        var id = door.claimed("verifier-one");

        var refused = door.post("verifier-two", CLAIM, null, id);

        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("claim-held");
        assertThat(json(refused).get("claimedBy").asString()).isEqualTo("verifier-one");
        assertThat(text(refused)).doesNotContain("Espoir");
        assertThat(door.delete("verifier-two", CLAIM, id)).hasStatus(409);
        assertThat(decide("verifier-two", id, it -> it)).hasStatus(409);
    }

    @Test
    void givesAClaimBack() {
        var id = door.claimed("verifier-one");

        assertThat(door.delete("verifier-one", CLAIM, id)).hasStatus(204);

        assertThat(status(id)).isEqualTo("RECEIVED");
        assertThat(shelves.events(id, IncidentClaimReleased.class)).hasSize(1);
        assertThat(door.post("verifier-two", CLAIM, null, id)).hasStatus(200);
    }

    @Test
    void letsNobodyDecideWithoutAClaim() {
        var id = door.submitted("partner-one", report(it -> it));

        var refused = decide("verifier-one", id, it -> it);

        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("not-claimed");
    }

    @Test
    void keepsPartnersAndStrangersOut() {
        var id = door.claimed("verifier-one");

        assertThat(door.post("partner-one", CLAIM, null, id)).hasStatus(403);
        assertThat(decide("author-one", id, it -> it)).hasStatus(403);
        assertThat(door.post("verifier-one", CLAIM, null, UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void letsAScribeVerifyWhatCameByPhone() {
        var id = door.submitted("verifier-one", report(it -> it.put("onBehalfOf", "partner-two")));
        door.post("verifier-one", CLAIM, null, id);

        assertThat(decide("verifier-one", id, it -> it)).hasStatus(200);
        assertThat(verified(id).getSubmittedBy()).isEqualTo("verifier-one");
    }

    @Test
    void letsNobodyVerifyAReportOfTheirOwn() {
        var id = door.submitted("verifier-two", report(it -> it.put("onBehalfOf", "verifier-one")));

        var refused = door.post("verifier-one", CLAIM, null, id);

        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("own-report");
    }

    @Test
    void tellsAlertServiceWhatMayBeSaid() {
        var id = door.claimed("verifier-one");

        var decided = decide("verifier-one", id, it -> it);

        assertThat(decided).hasStatus(200);
        assertThat(json(decided).get("status").asString()).isEqualTo("VERIFIED");
        var event = verified(id);
        assertThat(event.getVersion()).isEqualTo(3);
        assertThat(event.getVerifiedBy()).isEqualTo("verifier-one");
        assertThat(event.getSubmittedBy()).isEqualTo("partner-one");
        assertThat(event.getUrgency()).isEqualTo(Urgency.LIFE_AT_RISK);
        assertThat(event.getAudience()).isEqualTo(Audience.PUBLIC);
        assertThat(event.getPlace()).isEqualTo("Goma, near the house of {P1}");
        assertThat(event.getHostileJurisdictions()).containsExactly("COD");
        assertThat(event.getPartner()).isNull();
        assertThat(event.getPersons()).singleElement().satisfies(person -> {
            assertThat(person.getMayName()).isTrue();
            assertThat(person.getMayNameOrganisation()).isTrue();
            assertThat(person.getAudience()).isEqualTo(Audience.PUBLIC);
            assertThat(open(person.getName(), id, "P1.name")).isEqualTo("Espoir Kambale");
        });
        assertThat(open(event.getNarrative(), id, "narrative")).startsWith("Espoir Kambale");
        assertThat(event.toString()).doesNotContain("Espoir", "Furaha", "amani");
    }

    @Test
    void keepsBackWhatAPersonDidNotAgreeTo() {
        var id = door.claimed("verifier-one");

        decide("verifier-one", id, it -> {
            var consent = (ObjectNode) it.withArray("consents").get(0);
            consent.putArray("audiences").add("MEMBERS");
            consent.put("place", false).put("name", false).put("organisation", false);
            return it.put("partnerMayBeNamed", true);
        });

        var event = verified(id);
        assertThat(event.getAudience()).isEqualTo(Audience.MEMBERS);
        assertThat(event.getPlace()).isNull();
        assertThat(event.getPartner()).isEqualTo("partner-one");
        assertThat(event.getPersons()).singleElement().satisfies(person -> {
            assertThat(person.getMayName()).isFalse();
            assertThat(person.getMayNameOrganisation()).isFalse();
        });
    }

    @Test
    void storesNothingOfARefusedDecision() {
        var id = door.claimed("verifier-one");
        var rows = shelves.rows();

        var refused = decide("verifier-one", id, it -> {
            ((ObjectNode) it.withArray("consents").get(0)).putArray("audiences").add("SPONSORS");
            return it;
        });

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/consents/0/audiences");
        assertThat(json(refused).at("/errors/0/message").asString()).contains("CONFIDENTIAL_ACTION");
        assertThat(shelves.rows()).isEqualTo(rows);
        assertThat(status(id)).isEqualTo("CLAIMED");
    }

    @Test
    void turnsConfidentialActionIntoAnAppealOnceTheFamilyAgrees() {
        var id = door.claimed("verifier-one");
        assertThat(decide("verifier-one", id, it -> it.put("decision", "CONFIDENTIAL_ACTION")))
                .hasStatus(200);
        assertThat(shelves.events(id, IncidentDecided.class)).hasSize(1);

        assertThat(decide("verifier-one", id, it -> it)).hasStatus(200);

        assertThat(verified(id).getVersion()).isEqualTo(4);
    }

    @Test
    void decidesAVerifiedOrFinishedIncidentOnlyOnce() {
        var verified = door.claimed("verifier-one");
        decide("verifier-one", verified, it -> it);
        var refused = door.claimed("verifier-one");
        decide("verifier-one", refused, it -> it.put("decision", "REFUSED"));

        assertThat(decide("verifier-one", verified, it -> it)).hasStatus(409);
        assertThat(decide("verifier-one", refused, it -> it)).hasStatus(409);
        assertThat(door.post("verifier-one", CLAIM, null, refused)).hasStatus(409);
    }

    @Test
    void linksADuplicateToAnIncidentThatExists() {
        var id = door.claimed("verifier-one");
        var original = door.submitted("partner-two", report(it -> it));

        assertThat(door.post(
                        "verifier-one",
                        VERIFICATION,
                        "{\"decision\": \"DUPLICATE\", \"duplicateOf\": \"%s\"}".formatted(UUID.randomUUID()),
                        id))
                .hasStatus(422);
        assertThat(door.post(
                        "verifier-one",
                        VERIFICATION,
                        "{\"decision\": \"DUPLICATE\", \"duplicateOf\": \"%s\"}".formatted(original),
                        id))
                .hasStatus(200);
    }

    private MvcTestResult decide(String verifier, UUID id, UnaryOperator<ObjectNode> change) {
        return door.post(verifier, VERIFICATION, verification(change), id);
    }

    private IncidentVerified verified(UUID id) {
        return shelves.events(id, IncidentVerified.class).getLast();
    }

    private String status(UUID id) {
        return json(door.get("verifier-two", "/api/v1/incidents/{id}", id))
                .get("status")
                .asString();
    }

    private String open(Sealed sealed, UUID incidentId, String field) {
        var bytes = new byte[sealed.getBytes().remaining()];
        sealed.getBytes().get(bytes);
        var opened = seals.open(new org.tocsin.platform.sealing.Sealed(sealed.getKeyId(), bytes), incidentId, field);
        return opened instanceof Opened.Clear(var clear) ? clear : "(not opened)";
    }

    private long looks(UUID id) {
        return shelves.audits().stream()
                .filter(audit -> audit.getAction().equals("IDENTITY_READ")
                        && audit.getSubject().equals(id.toString()))
                .count();
    }
}
