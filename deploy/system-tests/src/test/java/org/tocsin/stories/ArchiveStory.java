package org.tocsin.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.sql.Connection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;

/** Who did what, and the proof that nobody changed the record of it. */
class ArchiveStory {

    private final LocalStack stack = Stage.stack();

    @Test
    void theTimelineOfACaseTellsEveryStepAndWhoTookIt() {
        var issued = Story.of(stack.doors()).toIssue();

        var timeline = eventually(
                "the whole timeline",
                () -> stack.doors().timeline("auditor-one", issued.reference()),
                body -> typesOf(body).contains("DELIVERIES_SETTLED"));

        assertThat(typesOf(timeline))
                .containsSubsequence(
                        "INCIDENT_RECEIVED",
                        "INCIDENT_CLAIMED",
                        "INCIDENT_VERIFIED",
                        "APPEAL_DRAFTED",
                        "APPEAL_LANGUAGE_EDITED",
                        "APPEAL_APPROVED",
                        "APPEAL_ISSUED",
                        "DELIVERIES_PLANNED",
                        "DELIVERIES_SETTLED");
        assertThat(timeline.path("reference").asString()).isEqualTo(issued.reference());
        assertThat(timeline.path("entries").toString()).contains("approver-one", "approver-two", "verifier-one");
    }

    @Test
    void theArchiveHoldsEveryEventAndFindsAChangedByte() throws Exception {
        Story.of(stack.doors()).toIssue();
        eventually("every record of every topic is in the ledger", () -> events() == eventsInKafka());
        assertThat(stack.doors()
                        .integrity("auditor-one")
                        .expect(200)
                        .path("intact")
                        .asBoolean())
                .isTrue();

        try (var database = stack.database(Service.ARCHIVE)) {
            var changed = changeAByte(database, 3);
            var answer = stack.doors().integrity("operator-one").expect(200);
            changeAByte(database, 3);
            assertThat(answer.path("intact").asBoolean()).isFalse();
            assertThat(answer.path("brokenAt").asLong()).isEqualTo(changed);
        }
        assertThat(stack.doors()
                        .integrity("auditor-one")
                        .expect(200)
                        .path("intact")
                        .asBoolean())
                .as("the byte was changed back")
                .isTrue();
    }

    /** Flips the lowest bit of a record's first byte, as somebody with the rights of the database's owner could. */
    private static long changeAByte(Connection database, long position) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica"); // triggers would refuse it
            statement.execute(
                    "update ledger set value = set_byte(value, 0, get_byte(value, 0) # 1) where seq = " + position);
            statement.execute("set session_replication_role = origin");
        }
        return position;
    }

    private long events() {
        return stack.doors().integrity("auditor-one").expect(200).path("events").asLong();
    }

    private long eventsInKafka() {
        return Topic.ALL.stream()
                .mapToLong(name ->
                        new Topic(stack.kafka().brokers(), name).events().size())
                .sum();
    }

    private static List<String> typesOf(tools.jackson.databind.JsonNode timeline) {
        return StreamSupport.stream(timeline.path("entries").spliterator(), false)
                .map(entry -> entry.path("type").asString())
                .toList();
    }
}
