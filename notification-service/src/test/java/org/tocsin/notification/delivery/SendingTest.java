package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.tocsin.schemas.Urgency;

@ServiceTest
class SendingTest {

    private static final int EMAILS = 290;

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
    SettleDeliveries settle;

    @Autowired
    SettleDoubts doubts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SendLoop loop;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    TestPeers.Vault vault;

    @Autowired
    TestPeers.TestClock clock;

    SendingTest(@Autowired TestPeers.Outbound outbound) {
        channel = outbound.channel();
    }

    @BeforeEach
    void loadTheNetwork() {
        callers.importMembers(Callers.network());
    }

    @Test
    void handsEachMessageOverOnceAndSettlesInBatches() {
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);

        assertThat(recipients()).hasSize(EMAILS);
        assertThat(channel.sent()).hasSize(EMAILS);
        assertThat(statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
        assertThat(settledEvents()).isEqualTo(10); // 290 in batches of 32
        sending.run(channel);
        assertThat(channel.sent()).hasSize(EMAILS);
    }

    @Test
    void writesEachLanguageAndClassOnce() {
        planDeliveries.accept(messages.issued(appeal));
        sending.run(channel);

        var variants = jdbc.sql(
                        "select count(distinct (language, content_class)) from delivery where status = 'ACCEPTED'")
                .query(Integer.class)
                .single();
        assertThat(channel.sent().stream().map(OutgoingMessage::content).distinct())
                .hasSize(variants);
        assertThat(channel.sent().stream()
                        .filter(message -> message.content().text().contains("Mukendi")))
                .hasSize(217);
    }

    @Test
    void sendsNothingDuringTheSendDelay() {
        planDeliveries.accept(messages.issued(
                appeal, 4, change -> change.setSendNotBefore(clock.instant().plus(Duration.ofHours(1)))));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();

        planDeliveries.accept(messages.cancelled(appeal, 5));
        makeDue();
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void sendsTheMoreUrgentAppealFirst() {
        var urgent = UUID.randomUUID();
        planDeliveries.accept(messages.issued(appeal));
        planDeliveries.accept(messages.issued(urgent, 4, change -> change.setUrgency(Urgency.LIFE_AT_RISK)));
        sending.run(channel);

        var first = channel.sent().subList(0, EMAILS).stream()
                .map(OutgoingMessage::deliveryId)
                .toArray(UUID[]::new);
        assertThat(jdbc.sql("select distinct appeal_id from delivery where delivery_id = any(:ids)")
                        .param("ids", first)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list())
                .containsExactly(urgent);
    }

    @Test
    void triesWhatIsDeferredAgainWhenItIsDue() {
        planDeliveries.accept(messages.issued(appeal));
        channel.answers(message -> new SendResult.Deferred(FailureReason.MAILBOX_FULL));
        sending.run(channel);
        assertThat(statuses()).containsEntry("DEFERRED", EMAILS);

        channel.answers(message -> new SendResult.Sent("queued"));
        makeDue();
        sending.run(channel);
        assertThat(statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
        assertThat(channel.sent()).hasSize(2 * EMAILS);
        assertThat(channel.sent().stream()
                        .collect(Collectors.groupingBy(OutgoingMessage::deliveryId))
                        .values())
                .allSatisfy(attempts -> assertThat(attempts.getFirst().links())
                        .isEqualTo(attempts.getLast().links()));
    }

    @Test
    void failsAtOnceWhatIsRefused() {
        planDeliveries.accept(messages.issued(appeal));
        channel.answers(message -> new SendResult.Refused(FailureReason.MAILBOX_UNKNOWN));
        sending.run(channel);
        makeDue();
        sending.run(channel);
        assertThat(statuses()).containsEntry("FAILED", EMAILS);
        assertThat(channel.sent()).hasSize(EMAILS);
    }

    @Test
    void sendsOnceMoreWhatIsInDoubtAndThenGivesUpAsUnknown() {
        planDeliveries.accept(messages.issued(appeal));
        channel.answers(message -> new SendResult.InDoubt(FailureReason.REPLY_LOST));
        sending.run(channel);
        makeDue();
        sending.run(channel);
        makeDue();
        sending.run(channel);
        assertThat(channel.sent()).hasSize(2 * EMAILS);
        assertThat(statuses()).containsEntry("IN_DOUBT", EMAILS);

        doubts.run();
        assertThat(statuses()).containsEntry("UNKNOWN", EMAILS);
    }

    @Test
    void takesOverFromASenderThatDiedBetweenClaimAndAnswer() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        var lost = deliveries.claim(due.id(), channel.type(), due.variants(), 40, Duration.ofMillis(1));
        assertThat(lost.rows()).hasSize(40);
        jdbc.sql("update delivery set lease_until = now() - interval '1 second' where status = 'SENDING'")
                .update();

        doubts.run();
        assertThat(statuses()).containsEntry("IN_DOUBT", 40);
        sending.run(channel);

        assertThat(statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
        assertThat(channel.sent()).hasSize(EMAILS);
        assertThat(jdbc.sql("select count(*) from delivery where resent and attempts = 2")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    @Test
    void takesTheAnswerOfASlowSenderUnlessAnotherTookOver() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        var slow = deliveries.claim(due.id(), channel.type(), due.variants(), 2, Duration.ofMillis(1));
        jdbc.sql("update delivery set lease_until = now() - interval '1 second' where status = 'SENDING'")
                .update();
        doubts.run();
        var other = deliveries.claim(due.id(), channel.type(), due.variants(), EMAILS, Duration.ofMinutes(1));
        assertThat(other.rows())
                .extracting(Delivery::id)
                .containsAll(slow.rows().stream().map(Delivery::id).toList());

        settleAccepted(due, slow);
        assertThat(statuses()).isEqualTo(Map.of("SENDING", EMAILS, "BLOCKED", 251));
        settleAccepted(due, other);
        assertThat(statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
    }

    @Test
    void doublesNothingWhenTwoSendersWork() throws Exception {
        planDeliveries.accept(messages.issued(appeal));
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var senders = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        sending.run(channel);
                        return null;
                    }))
                    .toList();
            for (var sender : senders) {
                sender.get();
            }
        }
        assertThat(channel.sent()).hasSize(EMAILS);
        assertThat(recipients()).hasSize(EMAILS);
        assertThat(statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
    }

    @Test
    void sendsWhatShowsNoNamesAndLetsTheRestWaitForAKeyThatCannotBeHadNow() {
        planDeliveries.accept(messages.issued(appeal));
        vault.away(true);
        sending.run(channel);
        assertThat(statuses()).isEqualTo(Map.of("PLANNED", 217, "ACCEPTED", EMAILS - 217, "BLOCKED", 251));

        vault.away(false);
        sending.run(channel);
        assertThat(statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
        assertThat(channel.sent()).hasSize(EMAILS);
    }

    @Test
    void letsNoAppealHoldUpTheOthers() {
        var broken = UUID.randomUUID();
        planDeliveries.accept(messages.issued(appeal));
        planDeliveries.accept(messages.issued(broken, 4, change -> change.setUrgency(Urgency.LIFE_AT_RISK)));
        jdbc.sql("update fan_out set appeal = '{}' where appeal_id = :id")
                .param("id", broken)
                .update();
        sending.run(channel);
        assertThat(channel.sent()).hasSize(EMAILS);
        assertThat(statuses()).containsEntry("PLANNED", EMAILS);
    }

    @Test
    void sendsNothingMoreOfAnAppealWhoseNamesWereDestroyed() {
        planDeliveries.accept(messages.issued(appeal));
        vault.shred(AppealMessages.keyOf(appeal));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();
        assertThat(statuses()).isEqualTo(Map.of("CANCELLED", EMAILS, "BLOCKED", 251));
    }

    @Test
    void doesNotRetryWhatWasDeferredAfterTheCancel() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        var claim = deliveries.claim(due.id(), channel.type(), due.variants(), 1, Duration.ofMinutes(1));
        planDeliveries.accept(messages.cancelled(appeal, 5));
        settle.handle(
                due.id(),
                claim.lease(),
                claim.rows().stream()
                        .map(row -> row.retryAt(clock.instant(), FailureReason.RATE_LIMITED, clock.instant()))
                        .toList());
        assertThat(statuses()).isEqualTo(Map.of("CANCELLED", EMAILS, "BLOCKED", 251));
    }

    @Test
    void doesNotSendAgainWhatIsInDoubtAfterTheCancel() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        var claim = deliveries.claim(due.id(), channel.type(), due.variants(), 1, Duration.ofMinutes(1));
        planDeliveries.accept(messages.cancelled(appeal, 5));
        settle.handle(
                due.id(),
                claim.lease(),
                claim.rows().stream()
                        .map(row -> row.inDoubt(FailureReason.REPLY_LOST, clock.instant(), clock.instant()))
                        .toList());
        makeDue();
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();

        doubts.run();
        assertThat(statuses()).containsEntry("UNKNOWN", 1);
    }

    @Test
    void claimsNoRowThatAnotherSenderIsClaiming() throws Exception {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        try (var other = Executors.newSingleThreadExecutor()) {
            var claims = transactions.execute(uncommitted -> {
                var first = deliveries.claim(due.id(), channel.type(), due.variants(), 40, Duration.ofMinutes(1));
                var second = other.submit(() ->
                        deliveries.claim(due.id(), channel.type(), due.variants(), EMAILS, Duration.ofMinutes(1)));
                try {
                    return List.of(first, second.get(4, TimeUnit.SECONDS));
                } catch (ExecutionException | InterruptedException | TimeoutException e) {
                    throw new IllegalStateException("the second sender waited for the first", e);
                }
            });
            assertThat(claims).extracting(claim -> claim.rows().size()).containsExactly(40, EMAILS - 40);
        }
    }

    @Test
    void keepsAClaimWhileItsSenderWorks() {
        planDeliveries.accept(messages.issued(appeal));
        var due = deliveries.nextDue(channel.type(), Set.of()).orElseThrow();
        var claim = deliveries.claim(due.id(), channel.type(), due.variants(), 1, Duration.ofMillis(1));
        var keeper = new LeaseKeeper(
                deliveries, new SendingProperties(512, 32, Duration.ofMillis(400), Duration.ofMinutes(2)));
        try (var settling = new Settling(settle, due.id(), claim, 32);
                var _ = keeper.keep(claim.lease(), settling)) {
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select lease_until > now() from delivery where status = 'SENDING'")
                                    .query(Boolean.class)
                                    .single())
                    .isTrue());
            settling.add(claim.rows().getFirst().accepted("", clock.instant()));
            await().untilAsserted(() -> assertThat(statuses()).containsEntry("ACCEPTED", 1));
        } finally {
            keeper.destroy();
        }
    }

    @Test
    void sendsByItselfAsSoonAsThePlanIsCommitted() {
        loop.start();
        try {
            planDeliveries.accept(messages.issued(appeal));
            await().untilAsserted(() -> assertThat(statuses()).containsEntry("ACCEPTED", EMAILS));
        } finally {
            loop.stop();
        }
    }

    @Test
    void countsResultsAndTheTimeFromDraftToHandOver() {
        var accepted = metrics.get("tocsin.deliveries")
                .tags("channel", "EMAIL", "result", "ACCEPTED", "reason", "NONE")
                .counter();
        var blocked = metrics.get("tocsin.deliveries")
                .tags("channel", "SMS", "result", "BLOCKED", "reason", "CHANNEL_NOT_SET_UP")
                .counter();
        var time = metrics.get("tocsin.time.to.alert").tag("urgency", "URGENT").timer();
        var before = List.of(accepted.count(), blocked.count(), (double) time.count());

        planDeliveries.accept(messages.drafted(appeal));
        clock.pass(Duration.ofSeconds(3));
        planDeliveries.accept(messages.issued(
                appeal, 4, change -> change.setSendNotBefore(clock.instant().minusSeconds(3))));
        sending.run(channel);

        assertThat(accepted.count() - before.get(0)).isEqualTo(EMAILS);
        assertThat(blocked.count() - before.get(1)).isEqualTo(251 - inCountryPhones());
        assertThat(time.count() - before.get(2)).isEqualTo(EMAILS);
        assertThat(time.max(TimeUnit.SECONDS)).isGreaterThanOrEqualTo(3);
    }

    private int inCountryPhones() {
        return jdbc.sql("select count(*) from delivery where reason = 'IN_COUNTRY_NO_SMS'")
                .query(Integer.class)
                .single();
    }

    private void settleAccepted(DueFanOut due, Claim claim) {
        settle.handle(
                due.id(),
                claim.lease(),
                claim.rows().stream()
                        .map(row -> row.accepted("", clock.instant()))
                        .toList());
    }

    private void makeDue() {
        jdbc.sql(
                        "update delivery set due_at = now() - interval '1 second' where status in ('PLANNED', 'DEFERRED', 'IN_DOUBT')")
                .update();
    }

    private Set<String> recipients() {
        return channel.sent().stream().map(OutgoingMessage::address).collect(Collectors.toSet());
    }

    private Map<String, Integer> statuses() {
        return jdbc
                .sql("select status, count(*) from delivery group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int settledEvents() {
        return jdbc.sql("select count(*) from outbox where type like '%DeliveriesSettled'")
                .query(Integer.class)
                .single();
    }
}
