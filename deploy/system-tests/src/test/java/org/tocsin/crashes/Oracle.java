package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.embedded.CapturedMessage;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;
import org.tocsin.stories.Story;
import tools.jackson.databind.JsonNode;

/** What must be true of incidents, whatever died on their way. */
final class Oracle {

    private static final Logger LOG = LoggerFactory.getLogger(Oracle.class);

    /** Messages whose answer may not be written when a sender dies: 16 under way, 32 being settled, 32 to be settled. */
    private static final int SEND_WINDOW = 80;

    private static final Set<String> UNDER_WAY = Set.of("PLANNED", "SENDING", "DEFERRED", "IN_DOUBT");
    private static final Set<String> HANDED_OVER = Set.of("ACCEPTED", "DELIVERED");

    /** With nothing but deaths on its way, no row may end otherwise. */
    private static final Set<String> SETTLED =
            Set.of("ACCEPTED", "DELIVERED", "UNKNOWN", "IN_DOUBT", "SCHEDULED", "BLOCKED");

    private final LocalStack stack;
    private final Books books;
    private final Map<Service, Long> quarantined;

    private Oracle(LocalStack stack, Books books) {
        this.stack = stack;
        this.books = books;
        this.quarantined = quarantined();
    }

    /** Remembers what was there before the story. */
    static Oracle of(LocalStack stack, Books books) {
        stack.doors().forgetCaptured();
        return new Oracle(stack, books);
    }

    /** Nothing of them is lost, and nothing is there twice but what a send window allows; how many mails that were. */
    int holds(List<Story.Issued> appeals) {
        appeals.forEach(this::everyRowIsSettled);
        everyEventIsArchivedOnce();
        for (var appeal : appeals) {
            assertThat(books.archivedAsReceived(appeal.incidentId()))
                    .as("times the accepted incident is archived")
                    .isOne();
            assertThat(stack.doors()
                            .appealsOf("author-one", appeal.incidentId())
                            .expect(200)
                            .path("items"))
                    .as("appeals of the incident")
                    .hasSize(1);
            assertThat(stack.doors()
                            .timeline("auditor-one", appeal.reference())
                            .expect(200)
                            .toString())
                    .as("the timeline")
                    .contains("INCIDENT_RECEIVED", "APPEAL_ISSUED", "DELIVERIES_PLANNED", "DELIVERIES_SETTLED");
        }
        assertThat(stack.doors()
                        .integrity("auditor-one")
                        .expect(200)
                        .path("intact")
                        .asBoolean())
                .as("the ledger is intact")
                .isTrue();
        assertThat(quarantined()).as("quarantined records").isEqualTo(quarantined);
        var rows = appeals.stream().flatMap(this::rows).toList();
        noTextIsLost(rows);
        return mailsSentTwice(rows);
    }

    private void everyRowIsSettled(Story.Issued appeal) {
        var reach = eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", appeal.appealId()),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);
        eventually("no row is under way", () -> rows(appeal).noneMatch(row -> UNDER_WAY.contains(status(row))));
        assertThat(rows(appeal).filter(row -> !SETTLED.contains(status(row))).map(Oracle::status))
                .as("rows that ended otherwise")
                .isEmpty();
        assertThat(rows(appeal).count())
                .as("planned rows that are listed")
                .isEqualTo(reach.path("planned").asLong());
    }

    /** Of all services, those that other stories made before included: an event that is told is never lost. */
    private void everyEventIsArchivedOnce() {
        eventually("every event is in the ledger", () -> {
            var missing = new HashSet<>(books.told());
            missing.removeAll(books.archived().keySet());
            return missing.isEmpty();
        });
        var archived = books.archived();
        assertThat(books.told().stream().filter(event -> archived.getOrDefault(event, 0L) > 1))
                .as("events archived twice")
                .isEmpty();
    }

    /** Mails carry the identity of their row. */
    private int mailsSentTwice(List<JsonNode> rows) {
        var attempts = rows.stream()
                .collect(
                        Collectors.toMap(Oracle::id, row -> row.path("attempts").asInt()));
        var handedOver = handedOver(rows, "EMAIL").map(Oracle::id).toList();
        var captured = stack.mail().messages().stream()
                .collect(Collectors.groupingBy(Oracle::deliveryOf, Collectors.counting()));
        var twice =
                (int) captured.values().stream().mapToLong(times -> times - 1).sum();
        LOG.info("{} rows, {} mails handed over, {} of them sent twice", rows.size(), handedOver.size(), twice);

        assertThat(handedOver).hasSizeGreaterThan(Scene.MAILS);
        assertThat(captured.keySet()).as("mails that were taken").containsAll(handedOver);
        assertThat(captured.entrySet())
                .as("mails of no planned row, or taken more often than tried")
                .allMatch(mail -> mail.getValue() <= attempts.getOrDefault(mail.getKey(), 0));
        assertThat(twice).as("mails sent twice").isLessThanOrEqualTo(SEND_WINDOW);
        return twice;
    }

    /** Text messages carry no identity; a row that stayed in doubt may have been taken or not. */
    private void noTextIsLost(List<JsonNode> rows) {
        var handedOver = (int) handedOver(rows, "SMS").count();
        var captured = stack.doors().captured("SMS").size();
        LOG.info("{} text messages handed over, {} of them sent twice", handedOver, Math.max(0, captured - handedOver));
        assertThat(captured).as("text messages that were taken").isBetween(handedOver, handedOver + SEND_WINDOW);
    }

    private static Stream<JsonNode> handedOver(List<JsonNode> rows, String channel) {
        return rows.stream()
                .filter(row -> row.path("channel").asString().equals(channel))
                .filter(row -> HANDED_OVER.contains(status(row)));
    }

    boolean isPlanned(Story.Issued appeal) {
        return rows(appeal).findAny().isPresent();
    }

    private Stream<JsonNode> rows(Story.Issued appeal) {
        var rows = stack.doors()
                .deliveries("operator-one", appeal.appealId())
                .expect(200)
                .path("items");
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** The first part of its Message-ID, whichever of its copies it is. */
    private static String deliveryOf(CapturedMessage mail) {
        return mail.header("Message-ID").replaceAll("^<|@.*", "");
    }

    private static String id(JsonNode row) {
        return row.path("deliveryId").asString();
    }

    private static String status(JsonNode row) {
        return row.path("status").asString();
    }

    private Map<Service, Long> quarantined() {
        return Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), books::quarantined));
    }
}
