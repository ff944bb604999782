package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tocsin.embedded.CapturedMessage;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;
import org.tocsin.stories.Story;
import tools.jackson.databind.JsonNode;

/** What must be true of an incident, whatever died on its way. */
final class Oracle {

    /** Messages whose answer may not be written when a sender dies: 16 under way and 32 not yet settled. */
    private static final int SEND_WINDOW = 48;

    private final LocalStack stack;
    private final Map<Service, Integer> quarantined;

    private Oracle(LocalStack stack) {
        this.stack = stack;
        this.quarantined = quarantined();
    }

    /** Remembers what was there before the story. */
    static Oracle of(LocalStack stack) {
        stack.doors().forgetCaptured();
        return new Oracle(stack);
    }

    /** Nothing of it is lost, and nothing is there twice but what a send window allows; how many mails that were. */
    int holds(Story.Issued issued) {
        eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", issued.appealId()),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);
        eventually(
                "nothing is in doubt any more",
                () -> mails(issued).stream()
                        .noneMatch(row -> row.path("status").asString().matches("IN_DOUBT|SENDING")));
        eventually(
                "the whole timeline",
                () -> stack.doors().timeline("auditor-one", issued.reference()),
                body -> body.toString().contains("DELIVERIES_SETTLED"));
        assertThat(stack.doors()
                        .appealsOf("author-one", issued.incidentId())
                        .expect(200)
                        .path("items"))
                .as("appeals of the incident")
                .hasSize(1);
        assertThat(archivedTwice(issued)).as("events archived twice").isZero();
        assertThat(stack.doors()
                        .integrity("auditor-one")
                        .expect(200)
                        .path("intact")
                        .asBoolean())
                .as("the ledger is intact")
                .isTrue();
        assertThat(quarantined()).as("quarantined records").isEqualTo(quarantined);
        return everyMailIsThere(issued);
    }

    private int everyMailIsThere(Story.Issued issued) {
        var sent = mails(issued).stream()
                .filter(row -> row.path("status").asString().equals("ACCEPTED"))
                .toList();
        var unsent = mails(issued).stream()
                .map(row -> row.path("status").asString())
                .filter(status -> !status.matches("ACCEPTED|BLOCKED|UNKNOWN"))
                .toList();
        var captured =
                stack.mail().messages().stream().map(CapturedMessage::recipient).toList();
        var doubles = captured.size() - (int) captured.stream().distinct().count();

        assertThat(unsent).as("rows that are not settled").isEmpty();
        assertThat(sent).hasSizeGreaterThan(250);
        assertThat(captured.stream().distinct().count()).as("recipients").isBetween((long) sent.size(), (long)
                mailsWanted(issued));
        assertThat(doubles).as("messages sent twice").isLessThanOrEqualTo(SEND_WINDOW);
        return doubles;
    }

    private int mailsWanted(Story.Issued issued) {
        return (int) mails(issued).stream()
                .filter(row -> !row.path("status").asString().equals("BLOCKED"))
                .count();
    }

    private List<JsonNode> mails(Story.Issued issued) {
        var rows = stack.doors()
                .deliveries("operator-one", issued.appealId())
                .expect(200)
                .path("items");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("channel").asString().equals("EMAIL"))
                .toList();
    }

    private long archivedTwice(Story.Issued issued) {
        return count(
                Service.ARCHIVE,
                "select count(*) - count(distinct event_id) from ledger where key in ('%s', '%s')"
                        .formatted(issued.incidentId(), issued.appealId()));
    }

    private Map<Service, Integer> quarantined() {
        return Arrays.stream(Service.values()).collect(Collectors.toMap(service -> service, service ->
                (int) count(service, "select count(*) from quarantine")));
    }

    /** What a query of one number says. */
    long count(Service service, String sql) {
        try (var database = stack.database(service);
                var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
