package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

@ServiceTest
class ClaimsTest {

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
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestPeers.TestClock clock;

    @Autowired
    SettleDeliveries settle;

    @Autowired
    SettleDoubts doubts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TransactionTemplate transactions;

    ClaimsTest(@Autowired TestPeers.Outbound outbound) {
        channel = outbound.channel();
    }

    @BeforeEach
    void loadTheNetwork() {
        callers.importMembers(Callers.network());
    }

    @Test
    void sendsOnceMoreWhatIsInDoubtAndThenGivesUpAsUnknown() {
        planDeliveries.accept(messages.issued(appeal));
        channel.answers(message -> new SendResult.InDoubt(FailureReason.REPLY_LOST));
        sending.run(channel);
        rows.makeDue();
        sending.run(channel);
        rows.makeDue();
        sending.run(channel);
        assertThat(channel.sent()).hasSize(2 * EMAILS);
        assertThat(rows.statuses()).containsEntry("IN_DOUBT", EMAILS);

        doubts.run();
        assertThat(rows.statuses()).containsEntry("UNKNOWN", EMAILS);
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
        assertThat(rows.statuses()).containsEntry("IN_DOUBT", 40);
        sending.run(channel);

        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
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
        assertThat(rows.statuses()).isEqualTo(Map.of("SENDING", EMAILS, "BLOCKED", 251));
        settleAccepted(due, other);
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
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
        assertThat(channel.sent().stream().map(OutgoingMessage::address).distinct())
                .hasSize(EMAILS);
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
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
        assertThat(rows.statuses()).isEqualTo(Map.of("CANCELLED", EMAILS, "BLOCKED", 251));
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
        rows.makeDue();
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();

        doubts.run();
        assertThat(rows.statuses()).containsEntry("UNKNOWN", 1);
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
                deliveries,
                new SendingProperties(512, 32, Duration.ofMillis(400), Duration.ofMinutes(2), Duration.ofDays(1)));
        try (var settling = new Settling(settle, due.id(), claim, 32);
                var _ = keeper.keep(claim.lease(), settling)) {
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select lease_until > now() from delivery where status = 'SENDING'")
                                    .query(Boolean.class)
                                    .single())
                    .isTrue());
            settling.add(claim.rows().getFirst().accepted("", clock.instant()));
            await().untilAsserted(() -> assertThat(rows.statuses()).containsEntry("ACCEPTED", 1));
        } finally {
            keeper.destroy();
        }
    }

    private void settleAccepted(DueFanOut due, Claim claim) {
        settle.handle(
                due.id(),
                claim.lease(),
                claim.rows().stream()
                        .map(row -> row.accepted("", clock.instant()))
                        .toList());
    }
}
