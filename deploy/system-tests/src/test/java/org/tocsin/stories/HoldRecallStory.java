package org.tocsin.stories;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point.AfterData;
import org.tocsin.faults.Point.BeforeStatement;
import org.tocsin.faults.Turnstile;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;
import tools.jackson.databind.JsonNode;

/**
 * Two are needed to speak, and one can stop it. E-mails pass a turnstile here, so that a fan-out has a middle; SMS are
 * out at once.
 */
class HoldRecallStory {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int IN_THE_MIDDLE = 40;

    /** How a sender of notification-service looks for work. */
    private static final String LOOKING_FOR_DUE_ROWS = "string_agg(distinct d.language";

    private final LocalStack stack = Stage.stack();
    private final Turnstile mails = Turnstile.at(new AfterData(), IN_THE_MIDDLE);
    private final Turnstile looks = Turnstile.at(new BeforeStatement(LOOKING_FOR_DUE_ROWS), 0);

    @BeforeEach
    void letEarlierStoriesEnd() {
        eventually("nothing is under way", () -> underWay() == 0);
        stack.doors().forgetCaptured();
    }

    @AfterEach
    void letLaterStoriesPass() {
        mails.open();
        looks.open();
    }

    @Test
    void aHoldStopsAFanOutInItsMiddleAndItsReleaseLetsTheRestGo() {
        var issued = inTheMiddleOfAFanOut();
        var planned = planned(issued);

        assertThat(stack.doors().hold("partner-one", issued.appealId()).status())
                .isEqualTo(403);
        stack.doors().hold("verifier-two", issued.appealId()).expect(200);
        var heldAt = Instant.now();
        stack.doors().hold("operator-one", issued.appealId()).expect(200);
        trickleAndOpen();
        var held = await(
                issued,
                "who may have it is asked to wait",
                rows -> rows.in("SENDING").all().isEmpty() && isTold(rows, "WAIT"));

        var boxes = Mailboxes.of(stack.doors());
        assertThat(held.of("APPEAL").by("EMAIL").in("PLANNED", "DEFERRED").count())
                .as("mails that wait")
                .isGreaterThan(100);
        assertThat(held.of("WAIT").ways())
                .as("who is asked to wait")
                .containsExactlyInAnyOrderElementsOf(held.of("APPEAL").left().ways());
        assertEverythingIsAccountedFor(held, boxes);
        assertThat(boxes.messages().values())
                .as("the first message of each, which is the appeal")
                .allSatisfy(box -> assertThat(at(box.getFirst())).isBefore(heldAt.plus(SOON)));
        assertNothingIsSaid(held.of("WAIT"), boxes);

        stack.doors().release("auditor-one", issued.appealId()).expect(200);
        var released = await(
                issued,
                "the rest goes",
                rows -> isSettled(rows)
                        && isTold(rows, "WAIT")
                        && !rows.of("GO_ON").all().isEmpty());

        assertThat(released.of("WAIT").ways())
                .as("nobody else was asked to wait")
                .containsExactlyInAnyOrderElementsOf(held.of("WAIT").ways());
        assertThat(released.of("GO_ON").ways())
                .as("who is told to go on")
                .containsExactlyInAnyOrderElementsOf(held.of("WAIT").ways());
        assertThat(released.of("APPEAL").by("EMAIL").in("ACCEPTED").count()).isEqualTo(mailsOf(released));
        assertEverythingIsAccountedFor(released, Mailboxes.of(stack.doors()));
        assertThat(planned(issued)).as("rows of the plan").isEqualTo(planned);
    }

    @Test
    void aRecallInTheMiddleTellsWhoMayHaveItAndLeavesTheOthersAlone() {
        var lost = Stage.proxies().mail().stopAt(Fault.after(IN_THE_MIDDLE / 2, new AfterData()));
        var issued = inTheMiddleOfAFanOut();
        lost.awaitReached();
        lost.cut();
        await(issued, "one is in doubt", rows -> rows.in("IN_DOUBT").count() == 1);

        stack.doors().recall("member-admin-one", issued.appealId(), "WITHDRAWN").expect(200);
        trickleAndOpen();
        var rows = await(issued, "who may have it is told", all -> isSettled(all) && isTold(all, "WITHDRAWN"));

        var boxes = Mailboxes.of(stack.doors());
        assertThat(rows.of("WITHDRAWN").ways())
                .as("who is told")
                .containsExactlyInAnyOrderElementsOf(rows.of("APPEAL").left().ways());
        assertThat(rows.of("APPEAL").in("UNKNOWN").count())
                .as("who may have it, though nobody knows")
                .isEqualTo(1);
        assertThat(rows.of("APPEAL").by("EMAIL").in("CANCELLED").count()).isGreaterThan(100);
        assertEverythingIsAccountedFor(rows, boxes);
        assertNothingIsSaid(rows.of("WITHDRAWN"), boxes);
        var told = rows.of("WITHDRAWN").ways().stream().map(Way::memberId).collect(toSet());
        var notWrittenTo = rows.of("APPEAL").in("CANCELLED").ways().stream()
                .map(Way::memberId)
                .filter(member -> !told.contains(member))
                .collect(toSet());
        assertThat(notWrittenTo).isNotEmpty();
        assertThat(boxes.messages().keySet())
                .as("who got a message")
                .noneMatch(way -> notWrittenTo.contains(way.memberId()));
        eventually(
                "the recall in the timeline",
                () -> stack.doors().timeline("auditor-one", issued.reference()),
                body -> body.toString().contains("APPEAL_RECALLED"));
    }

    @Test
    void aRecallBeforeTheFanOutSendsNothing() {
        stack.stop(Service.NOTIFICATION);
        Story.Issued issued;
        try {
            issued = Story.of(stack.doors()).toIssue();
            stack.doors()
                    .recall("verifier-two", issued.appealId(), "CORRECTION")
                    .expect(200);
        } finally {
            Stage.proxies().database(Service.NOTIFICATION).slowDown(looks);
            stack.start(Service.NOTIFICATION);
        }
        eventually("a sender looks for work", looks::isSomebodyStanding);
        var rows = await(
                issued,
                "all is cancelled",
                all -> all.in("CANCELLED", "BLOCKED").count() == all.count());
        assertThat(rows.of("APPEAL").in("CANCELLED").count()).isGreaterThan(250);
        assertThat(rows.of("APPEAL").count()).as("no sentence").isEqualTo(rows.count());

        looks.open();
        mails.open();
        var next = Story.of(stack.doors()).toIssue();
        var sent = await(next, "the next appeal goes out", HoldRecallStory::isSettled);
        assertEverythingIsAccountedFor(sent, Mailboxes.of(stack.doors()));
    }

    private Story.Issued inTheMiddleOfAFanOut() {
        Stage.proxies().mail().slowDown(mails);
        var issued = Story.of(stack.doors()).toIssue();
        eventually("forty mails are out and more stand at the turnstile", mails::isSomebodyStanding);
        return issued;
    }

    /** The mail server goes on, slowly, for as long as stopping may take; what is still sent then comes too late. */
    private void trickleAndOpen() {
        var end = System.nanoTime() + SOON.toNanos();
        Awaitility.await("time to stop").pollInterval(Duration.ofMillis(50)).until(() -> {
            mails.letOneMorePass();
            return System.nanoTime() >= end;
        });
        mails.open();
    }

    private Rows await(Story.Issued issued, String what, Predicate<Rows> wanted) {
        return Awaitility.await(what)
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> Rows.of(stack.doors(), issued), wanted);
    }

    private static boolean isSettled(Rows rows) {
        return rows.in("PLANNED", "SENDING", "DEFERRED", "IN_DOUBT").all().isEmpty();
    }

    /** As many sentences have left as rows that may have the appeal. */
    private static boolean isTold(Rows rows, String sentence) {
        return rows.of(sentence).in("PLANNED", "SENDING", "DEFERRED").all().isEmpty()
                && rows.of(sentence).count()
                        >= Math.max(1, rows.of("APPEAL").left().count());
    }

    /** What arrived at each address is what its rows say, no more and no less. */
    private static void assertEverythingIsAccountedFor(Rows rows, Mailboxes boxes) {
        assertThat(boxes.counts())
                .as("messages by member and channel")
                .isEqualTo(rows.left().ways().stream().collect(groupingBy(way -> way, counting())));
    }

    /** A sentence names nobody, and is the same for all who read one language and may see as much. */
    private static void assertNothingIsSaid(Rows sentences, Mailboxes boxes) {
        var mails = sentences.by("EMAIL").left().all();
        assertThat(mails).allSatisfy(row -> {
            var box = boxes.at(Rows.way(row));
            assertThat(box.getLast().toString()).doesNotContain("Kalenga", "hommes armés");
            assertThat(language(box.getLast())).isEqualTo(language(box.getFirst()));
        });
        var subjects = mails.stream()
                .collect(groupingBy(
                        row -> row.path("language").asString()
                                + row.path("contentClass").asString(),
                        mapping(
                                row -> boxes.at(Rows.way(row))
                                        .getLast()
                                        .path("subject")
                                        .asString(),
                                toSet())));
        assertThat(subjects.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    private static int mailsOf(Rows rows) {
        var mails = rows.of("APPEAL").by("EMAIL");
        return mails.count() - mails.in("BLOCKED").count();
    }

    private int planned(Story.Issued issued) {
        return stack.doors()
                .reach("operator-one", issued.appealId())
                .expect(200)
                .path("planned")
                .asInt();
    }

    private long underWay() {
        try (var database = stack.database(Service.NOTIFICATION);
                var rows = database.createStatement()
                        .executeQuery("select count(*) from delivery"
                                + " where status in ('PLANNED', 'SENDING', 'DEFERRED', 'IN_DOUBT')")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String language(JsonNode mail) {
        return mail.path("headers").path("Content-Language").asString();
    }

    private static Instant at(JsonNode message) {
        return Instant.parse(message.path("at").asString());
    }
}
