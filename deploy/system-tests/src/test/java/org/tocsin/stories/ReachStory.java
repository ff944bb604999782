package org.tocsin.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tocsin.local.LocalStack;
import tools.jackson.databind.JsonNode;

/** One incident, and everybody the plan names has it. */
class ReachStory {

    private final LocalStack stack = Stage.stack();

    @Test
    void oneIncidentReachesEveryMemberItsPlanNames() {
        stack.doors().forgetCaptured();
        var issued = Story.of(stack.doors()).toIssue();

        var reach = eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", issued.appealId()),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);
        var deliveries = deliveriesOf(issued.appealId());
        var captured = capturedOf(issued.reference());

        assertThat(reach.path("members").asInt()).isEqualTo(311);
        assertThat(sum(reach.path("classes"))).isEqualTo(311);
        assertThat(reach.path("planned").asInt()).isEqualTo(deliveries.size()).isEqualTo(541);
        var expected = deliveries.stream()
                .filter(row -> row.path("channel").asString().equals("EMAIL"))
                .filter(row -> !List.of("BLOCKED", "SCHEDULED", "CANCELLED")
                        .contains(row.path("status").asString()))
                .toList();
        assertThat(expected)
                .allSatisfy(row -> assertThat(row.path("status").asString()).isEqualTo("ACCEPTED"));
        assertThat(captured).hasSameSizeAs(expected);
        assertThat(captured.stream().map(mail -> mail.path("recipient").asString()))
                .as("one message for each recipient, none twice")
                .doesNotHaveDuplicates();
        assertThat(byLanguage(captured)).isEqualTo(countBy(expected, "language"));
        assertThat(countBy(expected, "contentClass").keySet())
                .as("full, redacted, notice and blind are all there")
                .containsExactly("BLIND", "FULL", "NOTICE", "REDACTED");
    }

    @Test
    void aTextReachesEveryTelephoneItsPlanNamesAndShowsNoName() {
        stack.doors().forgetCaptured();
        var issued = Story.of(stack.doors()).about("Neema Bahati Exemple").toIssue();
        eventually(
                "every text has its receipt",
                () -> stack.doors().deliveries("operator-one", issued.appealId()),
                body -> smsOf(list(body.path("items"))).stream()
                        .map(row -> row.path("status").asString())
                        .allMatch(Set.of("DELIVERED", "SCHEDULED", "BLOCKED")::contains));
        var sent = smsOf(deliveriesOf(issued.appealId())).stream()
                .filter(row -> row.path("status").asString().equals("DELIVERED"))
                .toList();
        var texts = list(stack.doors().captured("SMS"));
        assertThat(texts).hasSameSizeAs(sent);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.path("segments").asInt()).isBetween(1, 2);
            assertThat(text.toString()).doesNotContain("Bahati", "Goma");
        });
        assertThat(texts.stream().map(text -> text.path("recipient").asString()))
                .as("one text for each telephone, none twice")
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> smsOf(List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> row.path("channel").asString().equals("SMS"))
                .toList();
    }

    @Test
    void aMessageShowsNoMoreThanItsContentClass() {
        stack.doors().forgetCaptured();
        var story = Story.of(stack.doors()).about("Neema Bahati Exemple");
        var issued = story.toIssue();
        eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", issued.appealId()),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);

        var full = countBy(deliveriesOf(issued.appealId()), "contentClass").get("FULL");
        var withName = capturedOf(issued.reference()).stream()
                .filter(mail -> mail.toString().contains("Neema Bahati Exemple"))
                .toList();
        assertThat((long) withName.size())
                .as("the name stands in FULL messages only")
                .isEqualTo(fullMails(issued));
        assertThat(full).isPositive();
        assertThat(capturedOf(issued.reference()))
                .as("no subject shows a name")
                .noneMatch(mail -> mail.path("subject").asString().contains("Bahati"));
    }

    private long fullMails(Story.Issued issued) {
        return deliveriesOf(issued.appealId()).stream()
                .filter(row -> row.path("channel").asString().equals("EMAIL"))
                .filter(row -> row.path("contentClass").asString().equals("FULL"))
                .count();
    }

    private List<JsonNode> deliveriesOf(String appealId) {
        return list(
                stack.doors().deliveries("operator-one", appealId).expect(200).path("items"));
    }

    /** All that was captured since the story began: blind messages name no reference. */
    private List<JsonNode> capturedOf(String reference) {
        assertThat(reference).startsWith("COD ");
        return list(stack.doors().captured("EMAIL"));
    }

    private static Map<String, Long> byLanguage(List<JsonNode> mails) {
        return new TreeMap<>(mails.stream()
                .collect(Collectors.groupingBy(
                        mail -> mail.path("headers").path("Content-Language").asString(), Collectors.counting())));
    }

    private static Map<String, Long> countBy(List<JsonNode> rows, String property) {
        return new TreeMap<>(rows.stream()
                .filter(row -> !row.path(property).asString("").isEmpty())
                .collect(Collectors.groupingBy(row -> row.path(property).asString(), Collectors.counting())));
    }

    private static int sum(JsonNode classes) {
        return list(classes).stream().mapToInt(JsonNode::asInt).sum();
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }
}
