package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.FakeChannel;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.rendering.Document;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.schemas.RecallNotice;

/** Hold and recall: nothing more leaves, who may have the appeal is told, and nobody else. */
@ServiceTest
class StopTest {

    private static final int EMAILS = 290;
    private static final int LEFT = 100;

    private final UUID appeal = UUID.randomUUID();
    private final FakeChannel channel;

    @Autowired
    Callers callers;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    SendDueDeliveries sending;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SettleDoubts doubts;

    @Autowired
    Reaches reaches;

    @Autowired
    Stops stops;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    StopTest(@Autowired TestPeers.Outbound outbound) {
        channel = outbound.channel();
    }

    @BeforeEach
    void loadTheNetwork() {
        callers.importMembers(Callers.network());
    }

    @Test
    void aHeldAppealIsNotSentUntilItIsReleased() {
        planDeliveries.accept(messages.issued(appeal));
        planDeliveries.accept(messages.held(appeal, 5));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();

        planDeliveries.accept(messages.released(appeal, 6));
        sending.run(channel);
        assertThat(channel.sent()).hasSize(EMAILS);
        assertThat(rows.documents()).isEqualTo(Map.of("APPEAL ACCEPTED", EMAILS, "APPEAL BLOCKED", 251));
    }

    @Test
    void aBatchUnderWayStops() {
        planDeliveries.accept(messages.issued(appeal));
        holdAfter(LEFT);
        assertThat(appealsSent()).isLessThan(EMAILS).isGreaterThanOrEqualTo(LEFT);
        assertThat(rows.documents().get("APPEAL ACCEPTED")).isEqualTo(appealsSent());
        assertThat(rows.documents().get("APPEAL PLANNED")).isEqualTo(EMAILS - appealsSent());
        assertThat(jdbc.sql("select max(attempts) from delivery where status = 'PLANNED'")
                        .query(Integer.class)
                        .single())
                .as("what was put back was not tried")
                .isZero();
    }

    @Test
    void whoMayHaveAHeldAppealIsAskedToWaitOnceAndNobodyElse() {
        planDeliveries.accept(messages.issued(appeal));
        holdAfter(LEFT);
        sending.run(channel);

        assertThat(readersOf("WAIT")).isEqualTo(readersOf("APPEAL"));
        assertThat(channel.sent()).hasSize(2 * appealsSent());
        assertThat(rows.documents().get("WAIT ACCEPTED")).isEqualTo(appealsSent());
        assertThat(channel.sent().stream().filter(message -> message.follows() != null))
                .allSatisfy(message -> assertThat(message.links())
                        .isEqualTo(messageOf(Objects.requireNonNull(message.follows()))
                                .links()));
    }

    @Test
    void whoWaitedIsToldToGoOnAndTheRestGetTheAppeal() {
        planDeliveries.accept(messages.issued(appeal));
        holdAfter(LEFT);
        sending.run(channel);
        var waiting = readersOf("WAIT");
        planDeliveries.accept(messages.released(appeal, 6));
        sending.run(channel);

        assertThat(readersOf("GO_ON")).isEqualTo(waiting);
        assertThat(readersOf("APPEAL")).hasSize(EMAILS);
        assertThat(channel.sent()).hasSize(EMAILS + 2 * waiting.size());
    }

    @Test
    void whoWasNotYetAskedToWaitNeedNotGoOn() {
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);
        planDeliveries.accept(messages.held(appeal, 5));
        planDeliveries.accept(messages.released(appeal, 6));
        sending.run(channel);
        assertThat(channel.sent()).hasSize(EMAILS);
        assertThat(rows.documents()).containsEntry("WAIT CANCELLED", EMAILS).doesNotContainKey("GO_ON PLANNED");
    }

    @Test
    void aSecondHoldAsksAgain() {
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);
        for (var version = 5; version < 9; version += 2) {
            planDeliveries.accept(messages.held(appeal, version));
            sending.run(channel);
            planDeliveries.accept(messages.released(appeal, version + 1));
            sending.run(channel);
        }
        assertThat(rows.documents())
                .containsEntry("WAIT ACCEPTED", 2 * EMAILS)
                .containsEntry("GO_ON ACCEPTED", 2 * EMAILS);
    }

    @ParameterizedTest
    @EnumSource(
            value = RecallNotice.class,
            names = {"RELEASED", "CORRECTION", "WITHDRAWN"})
    void aRecallCancelsTheRestAndTellsWhoMayHaveIt(RecallNotice notice) {
        planDeliveries.accept(messages.issued(appeal));
        holdAfter(LEFT);
        planDeliveries.accept(messages.recalled(appeal, 6, notice));
        sending.run(channel);

        assertThat(readersOf(notice.name())).isEqualTo(readersOf("APPEAL"));
        assertThat(rows.documents().get("APPEAL CANCELLED")).isEqualTo(EMAILS - appealsSent());
        assertThat(reasonsOf("CANCELLED")).containsOnly("RECALLED");
    }

    @Test
    void aSentenceThatIsOvertakenDoesNotLeave() {
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);
        planDeliveries.accept(messages.held(appeal, 5));
        planDeliveries.accept(messages.recalled(appeal, 6, RecallNotice.CORRECTION));
        sending.run(channel);
        assertThat(rows.documents())
                .containsEntry("WAIT CANCELLED", EMAILS)
                .containsEntry("CORRECTION ACCEPTED", EMAILS);
        assertThat(reasonsOf("CANCELLED")).containsOnly("OVERTAKEN");
    }

    @Test
    void doubtsAreToldTooAndWhatWasRefusedIsNot() {
        planDeliveries.accept(messages.issued(appeal));
        var count = new AtomicInteger();
        channel.answers(message -> switch (count.incrementAndGet() % 3) {
            case 0 -> new SendResult.InDoubt(FailureReason.REPLY_LOST);
            case 1 -> new SendResult.Refused(FailureReason.MAILBOX_UNKNOWN);
            default -> new SendResult.Sent("");
        });
        sending.run(channel);
        var failed = rows.documents().getOrDefault("APPEAL FAILED", 0);
        assertThat(failed).isPositive();
        channel.answers(message -> new SendResult.Sent(""));
        planDeliveries.accept(messages.recalled(appeal, 5, RecallNotice.WITHDRAWN));
        rows.makeDue();
        sending.run(channel);

        assertThat(rows.documents()).containsEntry("WITHDRAWN ACCEPTED", EMAILS - failed);
        assertThat(channel.sent())
                .as("a doubt of a recalled appeal is not sent again")
                .hasSize(2 * EMAILS - failed);
    }

    @Test
    void whatAnotherSenderHadClaimedIsToldOnceItIsSettled() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        deliveries.claim(due.id(), channel.type(), due.variants(), 40, Duration.ofMillis(1));
        planDeliveries.accept(messages.recalled(appeal, 5, RecallNotice.WITHDRAWN));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();

        jdbc.sql("update delivery set lease_until = now() - interval '1 second' where status = 'SENDING'")
                .update();
        doubts.run();
        sending.run(channel);
        assertThat(rows.documents()).containsEntry("WITHDRAWN ACCEPTED", 40).containsEntry("APPEAL UNKNOWN", 40);
    }

    @Test
    void aRecallThatComesBeforeItsAppealIsRemembered() {
        planDeliveries.accept(messages.recalled(appeal, 5, RecallNotice.RELEASED));
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();
        assertThat(rows.documents()).isEmpty();
    }

    @Test
    void aHoldThatComesBeforeItsAppealIsRemembered() {
        planDeliveries.accept(messages.held(appeal, 5));
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void aHoldIsSeenByWhoLookedBeforeIt() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        planDeliveries.accept(messages.held(appeal, 5));
        assertThat(deliveries
                        .claim(due.id(), channel.type(), due.variants(), 40, Duration.ofMinutes(1))
                        .rows())
                .isEmpty();
    }

    @Test
    void anEarlierWordIsNotActedOnAfterALaterOneAndNoneAfterARecall() {
        transactions.executeWithoutResult(status -> {
            assertThat(stops.say(appeal, 7, Document.WAIT)).isTrue();
            assertThat(stops.say(appeal, 6, Document.GO_ON)).isFalse();
            assertThat(stops.say(appeal, 8, Document.WITHDRAWN)).isTrue();
            assertThat(stops.say(appeal, 9, Document.GO_ON)).isFalse();
        });
        assertThat(stops.of(appeal)).contains(new Stop(Document.WITHDRAWN, 8, null));
    }

    @Test
    void aHoldEndsWithTheIssueThatWasTakenBack() {
        planDeliveries.accept(messages.issued(appeal));
        planDeliveries.accept(messages.held(appeal, 5));
        planDeliveries.accept(messages.cancelled(appeal, 6));
        planDeliveries.accept(messages.issued(appeal, 7, change -> {}));
        sending.run(channel);
        assertThat(appealsSent()).isEqualTo(EMAILS);
    }

    @Test
    void aForgedRecallStopsNothing() {
        planDeliveries.accept(messages.issued(appeal));
        assertThatExceptionOfType(PoisonRecord.class)
                .isThrownBy(() -> planDeliveries.accept(messages.forgedRecall(appeal, 5)));
        sending.run(channel);
        assertThat(channel.sent()).hasSize(EMAILS);
    }

    @Test
    void reachCountsTheAppealAlone() {
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);
        var before = reaches.of(appeal);
        planDeliveries.accept(messages.recalled(appeal, 5, RecallNotice.RELEASED));
        sending.run(channel);
        assertThat(reaches.of(appeal)).isEqualTo(before);
    }

    /** Lets a hold come while a batch is sent. */
    private void holdAfter(int messagesSent) {
        var count = new AtomicInteger();
        channel.answers(message -> {
            if (count.incrementAndGet() == messagesSent) {
                planDeliveries.accept(messages.held(appeal, 5));
            }
            return new SendResult.Sent("");
        });
        sending.run(channel);
        channel.answers(message -> new SendResult.Sent(""));
    }

    private int appealsSent() {
        return (int) channel.sent().stream()
                .filter(message -> message.follows() == null)
                .count();
    }

    private OutgoingMessage messageOf(UUID deliveryId) {
        return channel.sent().stream()
                .filter(message -> message.deliveryId().equals(deliveryId))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> readersOf(String document) {
        var ids = jdbc.sql("select delivery_id from delivery where document = :document")
                .param("document", document)
                .query(UUID.class)
                .set();
        return channel.sent().stream()
                .filter(message -> ids.contains(message.deliveryId()))
                .map(OutgoingMessage::address)
                .collect(Collectors.toSet());
    }

    private List<@Nullable String> reasonsOf(String status) {
        return jdbc.sql("select distinct reason from delivery where status = :status")
                .param("status", status)
                .query(String.class)
                .list();
    }
}
