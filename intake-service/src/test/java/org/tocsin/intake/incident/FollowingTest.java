package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.FrontDoor.json;
import static org.tocsin.intake.FrontDoor.report;
import static org.tocsin.intake.FrontDoor.text;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tocsin.intake.FrontDoor;
import org.tocsin.intake.ServiceTest;

/** How partners and staff follow a report. */
@ServiceTest
class FollowingTest {

    private final FrontDoor door;

    @Autowired
    FollowingTest(FrontDoor door) {
        this.door = door;
    }

    @Test
    void showsAPartnerItsOwnReportWithoutNamesOrOwners() {
        var id = door.claimed("verifier-one");

        var shown = door.get("partner-one", "/api/v1/incidents/{id}", id);

        assertThat(shown).hasStatus(200).hasHeader("Cache-Control", "no-store");
        assertThat(json(shown).get("status").asString()).isEqualTo("CLAIMED");
        assertThat(text(shown)).doesNotContain("Espoir", "amani", "verifier-one");
    }

    @Test
    void hidesOthersReportsAsIfTheyDidNotExist() {
        var id = door.submitted("partner-one", report(it -> it));

        var others = door.get("partner-two", "/api/v1/incidents/{id}", id);
        var nobodys = door.get("partner-two", "/api/v1/incidents/{id}", UUID.randomUUID());

        assertThat(others).hasStatus(404).bodyText().isEqualTo(text(nobodys));
        assertThat(door.get("partner-two", "/api/v1/incidents/{id}", "no-id")).hasStatus(404);
        assertThat(text(door.get("partner-two", "/api/v1/incidents"))).doesNotContain(id.toString());
    }

    @Test
    void showsTheClaimerAndNoOtherVerifierWhomItIsAbout() {
        var id = door.claimed("verifier-one");

        assertThat(json(door.get("verifier-one", "/api/v1/incidents/{id}", id))
                        .at("/identities/persons/0/name")
                        .asString())
                .isEqualTo("Espoir Kambale");
        var toOthers = door.get("verifier-two", "/api/v1/incidents/{id}", id);
        assertThat(toOthers).hasStatus(200);
        assertThat(text(toOthers)).doesNotContain("Espoir", "amani");
        assertThat(json(toOthers).at("/claim/by").asString()).isEqualTo("verifier-one");
    }

    @Test
    void listsPageByPageNewestFirst() {
        var submitted = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            submitted.addFirst(door.submitted("partner-two", report(it -> it.put("country", "ISL")))
                    .toString());
        }
        door.submitted("partner-two", report(it -> it.put("country", "NOR")));

        var listed = new ArrayList<String>();
        var page = json(door.get("partner-two", "/api/v1/incidents?country=ISL&status=RECEIVED&limit=2"));
        while (true) {
            page.get("items").forEach(item -> listed.add(item.get("incidentId").asString()));
            if (page.get("nextCursor").isNull()) {
                break;
            }
            page = json(door.get(
                    "partner-two",
                    "/api/v1/incidents?country=ISL&status=RECEIVED&limit=2&cursor={cursor}",
                    page.get("nextCursor").asString()));
        }

        assertThat(listed).isEqualTo(submitted);
        assertThat(json(door.get("partner-two", "/api/v1/incidents?country=ISL&status=VERIFIED"))
                        .get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=NEW", "country=XX", "cursor=abc", "cursor=%24", "limit=0", "limit=201"})
    void refusesQueriesThatMeanNothing(String query) {
        assertThat(door.get("verifier-one", "/api/v1/incidents?" + query)).hasStatus(422);
    }

    @Test
    void tellsABareReceiptOnlyTheFourWords() {
        var accepted = json(door.submit("partner-one", UUID.randomUUID().toString(), report(it -> it)));
        var receipt = accepted.get("receipt").asString();
        var id = accepted.get("incidentId").asString();

        assertThat(word(receipt)).isEqualTo("{\"status\":\"NOT_YET_READ\"}");
        door.post("verifier-one", "/api/v1/incidents/{id}/claim", null, id);
        assertThat(word(receipt.replace(" ", ""))).isEqualTo("{\"status\":\"BEING_READ\"}");
        decide(id, "NEEDS_INFORMATION");
        assertThat(word(receipt)).isEqualTo("{\"status\":\"PLEASE_CONTACT_US\"}");
        decide(id, "REFUSED");
        assertThat(word(receipt)).isEqualTo("{\"status\":\"NOTHING_MORE_NEEDED\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000 0000 0000 0000", "1234", "receipt"})
    void knowsNothingOfOtherReceipts(String receipt) {
        var answer = door.get(null, "/api/v1/receipts/{receipt}", receipt);

        assertThat(answer).hasStatus(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("receipt-not-found");
    }

    private String word(String receipt) {
        return text(door.get(null, "/api/v1/receipts/{receipt}", receipt));
    }

    private void decide(String id, String decision) {
        assertThat(door.post(
                        "verifier-one",
                        "/api/v1/incidents/{id}/verification",
                        "{\"decision\": \"%s\"}".formatted(decision),
                        id))
                .hasStatus(200);
    }
}
