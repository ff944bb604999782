package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.FrontDoor.json;
import static org.tocsin.intake.FrontDoor.report;
import static org.tocsin.intake.FrontDoor.text;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.intake.FrontDoor;
import org.tocsin.intake.ServiceTest;
import org.tocsin.intake.Shelves;
import org.tocsin.schemas.incident.IncidentReceived;

@ServiceTest
class SubmissionTest {

    private final FrontDoor door;
    private final Shelves shelves;
    private final TransactionTemplate transaction;

    @Autowired
    SubmissionTest(FrontDoor door, Shelves shelves, PlatformTransactionManager transactions) {
        this.door = door;
        this.shelves = shelves;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void answersWithIdReceiptAndWhereToFollowTheReport() {
        var answer = door.submit("partner-one", key(), report(it -> it));

        assertThat(answer).hasStatus(202);
        var body = json(answer);
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("incidentId", "receipt", "status");
        assertThat(body.get("receipt").asString()).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
        assertThat(body.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(answer)
                .hasHeader(
                        "Location",
                        "/api/v1/incidents/" + body.get("incidentId").asString());
    }

    @Test
    void tellsTheOtherServicesWithoutANameOrAWord() {
        var id = door.submitted("partner-one", report(it -> it));

        var events = shelves.events(id, IncidentReceived.class);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getVersion()).isEqualTo(1);
            assertThat(event.getSubmittedBy()).isEqualTo("partner-one");
            assertThat(event.getCountry()).isEqualTo("COD");
            assertThat(event.toString()).doesNotContain("Espoir", "amani", "Goma");
        });
    }

    @Test
    void answersARepetitionAsItAnsweredBefore() {
        var key = key();
        var first = door.submit("partner-one", key, report(it -> it));
        var rows = shelves.rows();

        var again = door.submit("partner-one", key, report(it -> it));

        assertThat(again).hasStatus(202).bodyText().isEqualTo(text(first));
        assertThat(again)
                .hasHeader("Location", String.valueOf(first.getResponse().getHeader("Location")));
        assertThat(shelves.rows()).isEqualTo(rows);
    }

    @Test
    void takesTheSameReportInAnotherOrderForARepetition() {
        var key = key();
        var first = door.submit("partner-one", key, report(it -> it));
        var reordered = report(it -> {
            var country = it.remove("country");
            it.set("country", country);
            return it.putNull("statedReason");
        });

        assertThat(door.submit("partner-one", key, reordered))
                .hasStatus(202)
                .bodyText()
                .isEqualTo(text(first));
    }

    @Test
    void refusesAKeyUsedForAnotherReport() {
        var key = key();
        door.submit("partner-one", key, report(it -> it));

        var other = door.submit("partner-one", key, report(it -> it.put("country", "FRA")));

        assertThat(other).hasStatus(422);
        assertThat(json(other).get("code").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfPartnersApart() {
        var key = key();

        var one = door.submit("partner-one", key, report(it -> it));
        var two = door.submit("partner-two", key, report(it -> it));

        assertThat(json(two).get("incidentId")).isNotEqualTo(json(one).get("incidentId"));
    }

    @Test
    void doesNotWaitForAFirstRequestThatHasNotEnded() {
        var key = key();
        transaction.executeWithoutResult(first -> {
            shelves.jdbc()
                    .sql("select pg_advisory_xact_lock(hashtextextended('partner-one' || chr(10) || :key, 0))::text")
                    .param("key", key)
                    .query(String.class)
                    .single();

            var second = supplyElsewhere(() -> door.submit("partner-one", key, report(it -> it)));

            assertThat(second).hasStatus(409).hasHeader("Retry-After", "1");
            assertThat(json(second).get("code").asString()).isEqualTo("request-in-flight");
        });
        assertThat(door.submit("partner-one", key, report(it -> it))).hasStatus(202);
    }

    @Test
    void makesOneIncidentOfAHundredRequestsAtOnce() throws Exception {
        var key = key();
        var before = shelves.rows();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 100)
                            .<Callable<String>>mapToObj(i -> () -> {
                                var answer = door.submit("partner-one", key, report(it -> it));
                                return answer.getResponse().getStatus() == 202
                                        ? text(answer)
                                        : Integer.toString(answer.getResponse().getStatus());
                            })
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(answers).containsAnyOf("409", text(door.submit("partner-one", key, report(it -> it))));
            assertThat(answers.stream().filter(answer -> !answer.equals("409"))).hasSize(1);
        }
        assertThat(shelves.rows().get("incident")).isEqualTo(before.getOrDefault("incident", 0) + 1);
        assertThat(shelves.rows().get("idempotency_key")).isEqualTo(before.getOrDefault("idempotency_key", 0) + 1);
    }

    @Test
    void forgetsAKeyAfterThirtyDays() {
        var key = key();
        var first = door.submit("partner-one", key, report(it -> it));
        shelves.jdbc()
                .sql("update idempotency_key set received_at = received_at - interval '31 days' where key = :key")
                .param("key", key)
                .update();

        var second = door.submit("partner-one", key, report(it -> it.put("country", "FRA")));

        assertThat(second).hasStatus(202);
        assertThat(json(second).get("incidentId")).isNotEqualTo(json(first).get("incidentId"));
    }

    @Test
    void asksForAKey() {
        var answer = door.submit("partner-one", null, report(it -> it));

        assertThat(answer).hasStatus(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("missing-header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "clé", "a\u202Eb"})
    void refusesAKeyWithAnythingInvisibleInIt(String key) {
        var answer = door.submit("partner-one", key, report(it -> it));

        assertThat(answer).hasStatus(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("malformed-idempotency-key");
    }

    @Test
    void refusesAKeyWithAControlCharacter() {
        assertThat(door.submit("partner-one", "a\u0007b", report(it -> it))).hasStatus(400);
    }

    @Test
    void listsAReportByPhoneForThePartnerItIsEnteredFor() {
        var id = door.submitted("verifier-one", report(it -> it.put("onBehalfOf", "partner-two")));

        assertThat(door.get("partner-two", "/api/v1/incidents/{id}", id)).hasStatus(200);
        assertThat(door.get("partner-one", "/api/v1/incidents/{id}", id)).hasStatus(404);
        assertThat(shelves.events(id, IncidentReceived.class)).singleElement().satisfies(event -> {
            assertThat(event.getSubmittedBy()).isEqualTo("verifier-one");
            assertThat(event.getOnBehalfOf()).isEqualTo("partner-two");
        });
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> T supplyElsewhere(Callable<T> call) {
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            return elsewhere.submit(call).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
