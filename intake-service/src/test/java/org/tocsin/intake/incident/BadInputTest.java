package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.FrontDoor.json;
import static org.tocsin.intake.FrontDoor.report;
import static org.tocsin.intake.FrontDoor.text;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tocsin.intake.FrontDoor;
import org.tocsin.intake.ServiceTest;
import org.tocsin.intake.Shelves;
import tools.jackson.databind.node.ObjectNode;

/** Nothing is stored, logged or echoed of a request that is refused. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final String CANARY = "Zebulon-Canary";

    private final FrontDoor door;
    private final Shelves shelves;

    @Autowired
    BadInputTest(FrontDoor door, Shelves shelves) {
        this.door = door;
        this.shelves = shelves;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("malformed", "partner-one", "{\"country\": \"" + CANARY, 400, null),
                Arguments.of("no object", "partner-one", "[\"" + CANARY + "\"]", 400, null),
                Arguments.of(
                        "unknown property", "partner-one", report(it -> it.put("nickname", CANARY)), 400, "/nickname"),
                Arguments.of(
                        "wrong type",
                        "partner-one",
                        report(it -> it.set("persons", it.objectNode().put("name", CANARY))),
                        400,
                        "/persons"),
                Arguments.of(
                        "name as a number",
                        "partner-one",
                        report(it -> {
                            ((ObjectNode) it.withArray("persons").get(0)).put("name", 4711);
                            return it;
                        }),
                        400,
                        "/persons/0/name"),
                Arguments.of("a rule broken", "partner-one", report(it -> it.put("country", CANARY)), 422, "/country"),
                Arguments.of(
                        "too large",
                        "partner-one",
                        report(it -> it.put("statedReason", CANARY.repeat(20_000))),
                        413,
                        null),
                Arguments.of("nobody", null, report(it -> it.put("place", CANARY)), 401, null),
                Arguments.of("the wrong role", "author-one", report(it -> it.put("place", CANARY)), 403, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void leavesNoTrace(
            String what,
            @Nullable String account,
            String body,
            int status,
            @Nullable String pointer,
            CapturedOutput output) {
        var rows = shelves.rows();

        var answer = door.submit(account, UUID.randomUUID().toString(), body);

        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(text(answer)).doesNotContain(CANARY).doesNotContain("4711");
        if (pointer != null) {
            assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
        rows.put("outbox", rows.getOrDefault("outbox", 0) + (status == 403 ? 1 : 0)); // who tried is on record
        assertThat(shelves.rows()).isEqualTo(rows);
        assertThat(output.getAll()).doesNotContain(CANARY);
    }

    @Test
    void storesReportsWithoutAnythingReadable(CapturedOutput output) {
        var id = door.submitted("partner-one", report(it -> {
            it.put("place", CANARY + "-place").put("statedReason", CANARY).put("perpetrators", CANARY);
            it.withObject("/narrative").put("text", CANARY + " was here");
            it.withObject("/safeContact").put("address", CANARY + "@example.org");
            var person = (ObjectNode) it.withArray("persons").get(0);
            person.put("name", CANARY).put("organisation", CANARY).put("role", CANARY);
            return it;
        }));
        door.post("verifier-one", "/api/v1/incidents/{id}/claim", null, id);
        door.post(
                "verifier-one",
                "/api/v1/incidents/{id}/verification",
                FrontDoor.verification(it -> {
                    it.put("corroboratedBy", CANARY).put("note", CANARY);
                    ((ObjectNode) it.withArray("consents").get(0)).put("place", false);
                    it.withObject("/risk").put("mitigations", CANARY);
                    return it;
                }),
                id);

        assertThat(json(door.get("verifier-one", "/api/v1/incidents/{id}", id))
                        .get("status")
                        .asString())
                .isEqualTo("VERIFIED");
        assertThat(shelves.tablesThatTell(CANARY)).isEmpty();
        assertThat(output.getAll()).doesNotContain(CANARY);
    }
}
