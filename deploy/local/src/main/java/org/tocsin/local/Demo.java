package org.tocsin.local;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tocsin.local.FrontDoors.Answer;
import tools.jackson.databind.JsonNode;

/**
 * One incident all the way from a partner's report to the members, through the public interface, as the people who do it
 * would: each step under its own account.
 */
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long LOOK_MILLIS = 50;

    private final FrontDoors doors;
    private final Progress progress;

    Demo(FrontDoors doors, Progress progress) {
        this.doors = doors;
        this.progress = progress;
    }

    /** The appeal, once everybody was tried. */
    String run() {
        var incidentId = report();
        verify(incidentId);
        var appealId = write(incidentId);
        var reference = speak(appealId);
        var issuedAt = progress.seconds();
        var reach = await("the members' reach", () -> doors.reach("operator-one", appealId), Demo::everybodyTried);
        progress.step("every delivery attempted, %.1f s after the issue", progress.seconds() - issuedAt);
        show(appealId, reference, reach);
        return appealId;
    }

    private String report() {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        var accepted =
                expect("report", 202, doors.submit("partner-one", "demo-" + UUID.randomUUID(), DemoCase.incident(day)));
        progress.step(
                "partner-one reported an incident: receipt %s",
                accepted.path("receipt").asString());
        return accepted.path("incidentId").asString();
    }

    private void verify(String incidentId) {
        expect("claim", doors.claim("verifier-one", incidentId));
        progress.step("verifier-one claimed it");
        var today = LocalDate.now(ZoneOffset.UTC);
        expect("verification", doors.verify("verifier-one", incidentId, DemoCase.decision(today)));
        progress.step("verifier-one verified it: life at risk, everybody concerned consents");
    }

    private String write(String incidentId) {
        var found = await(
                "the draft",
                () -> doors.appealsOf("author-one", incidentId),
                body -> !body.path("items").isEmpty());
        var draft = found.path("items").get(0);
        var appealId = draft.path("appealId").asString();
        progress.step(
                "an appeal was drafted in %d languages", draft.path("languages").size());
        var etag = doors.appeal("author-one", appealId).header("ETag");
        var french = Map.of("story", DemoCase.STORY_FR, "checked", true);
        var written = doors.writeLanguage("author-one", appealId, "fr", etag, french);
        expect("story in French", 200, written);
        progress.step("author-one wrote the story in French");
        var english = Map.of("story", DemoCase.STORY_EN, "checked", true);
        expect(
                "story in English",
                200,
                doors.writeLanguage("translator-one", appealId, "en", written.header("ETag"), english));
        progress.step("translator-one wrote it in English");
        return appealId;
    }

    private String speak(String appealId) {
        expect("approval", 200, doors.approve("approver-one", appealId));
        progress.step("approver-one approved it");
        var issued = expect("issue", 200, doors.issue("approver-two", appealId));
        var reference = issued.path("reference").asString();
        progress.step("approver-two issued it: %s", reference);
        return reference;
    }

    private void show(String appealId, String reference, JsonNode reach) {
        var deliveries = expect("deliveries", 200, doors.deliveries("operator-one", appealId));
        System.out.println();
        System.out.print(ReachTable.text(reach, deliveries));
        var ports = doors.ports();
        System.out.printf("""

                To look at it while the stack is up:
                  what the members got   http://127.0.0.1:%1$d/
                  who did what, when     TOKEN=$(curl -s -u auditor-one:local-only -d grant_type=client_credentials \\
                                           http://127.0.0.1:%2$d/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                                         curl -H "Authorization: Bearer $TOKEN" \\
                                           http://127.0.0.1:%3$d/api/v1/cases/%4$s/timeline
                """, ports.captured(), ports.issuer(), ports.archive(), FrontDoors.inUrl(reference));
    }

    private static boolean everybodyTried(JsonNode reach) {
        return reach.path("classes").path("PENDING").asInt(-1) == 0;
    }

    /** Looks until the door answers 200 with what is wanted. */
    static JsonNode await(String what, Supplier<Answer> look, Predicate<JsonNode> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = look.get();
            if (answer.status() == 200 && wanted.test(answer.body())) {
                return answer.body();
            }
            if (answer.status() != 200 && answer.status() != 404) {
                throw failed(what, answer);
            }
            pause();
        }
        throw new DemoFailed("The demo waited %d s for %s in vain.".formatted(PATIENCE.toSeconds(), what));
    }

    private static void expect(String step, Answer answer) {
        if (answer.status() != 200 && answer.status() != 204) {
            throw failed(step, answer);
        }
    }

    static JsonNode expect(String step, int status, Answer answer) {
        if (answer.status() != status) {
            throw failed(step, answer);
        }
        return answer.body();
    }

    private static DemoFailed failed(String step, Answer answer) {
        return new DemoFailed("The demo stopped at '%s': status %d %s".formatted(step, answer.status(), answer.body()));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("The demo was interrupted.");
        }
    }
}
