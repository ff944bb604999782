package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.FakeChannel;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.MailContent;
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
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestPeers.TestClock clock;

    @Autowired
    SendLoop loop;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    TestPeers.Vault vault;

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
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
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
                        .filter(message ->
                                ((MailContent) message.content()).text().contains("Mukendi")))
                .hasSize(217);
    }

    @Test
    void sendsNothingDuringTheSendDelay() {
        planDeliveries.accept(messages.issued(
                appeal, 4, change -> change.setSendNotBefore(clock.instant().plus(Duration.ofHours(1)))));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();

        planDeliveries.accept(messages.cancelled(appeal, 5));
        rows.makeDue();
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
        assertThat(rows.statuses()).containsEntry("DEFERRED", EMAILS);

        channel.answers(message -> new SendResult.Sent("queued"));
        rows.makeDue();
        sending.run(channel);
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
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
        rows.makeDue();
        sending.run(channel);
        assertThat(rows.statuses()).containsEntry("FAILED", EMAILS);
        assertThat(channel.sent()).hasSize(EMAILS);
    }

    @Test
    void sendsWhatShowsNoNamesAndLetsTheRestWaitForAKeyThatCannotBeHadNow() {
        planDeliveries.accept(messages.issued(appeal));
        vault.away(true);
        sending.run(channel);
        assertThat(rows.statuses()).isEqualTo(Map.of("PLANNED", 217, "ACCEPTED", EMAILS - 217, "BLOCKED", 251));

        vault.away(false);
        sending.run(channel);
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", EMAILS, "BLOCKED", 251));
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
        assertThat(rows.statuses()).containsEntry("PLANNED", EMAILS);
    }

    @Test
    void sendsNothingMoreOfAnAppealWhoseNamesWereDestroyed() {
        planDeliveries.accept(messages.issued(appeal));
        vault.shred(AppealMessages.keyOf(appeal));
        sending.run(channel);
        assertThat(channel.sent()).isEmpty();
        assertThat(rows.statuses()).isEqualTo(Map.of("CANCELLED", EMAILS, "BLOCKED", 251));
    }

    @Test
    void sendsByItselfAsSoonAsThePlanIsCommitted() {
        loop.start();
        try {
            planDeliveries.accept(messages.issued(appeal));
            await().untilAsserted(() -> assertThat(rows.statuses()).containsEntry("ACCEPTED", EMAILS));
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

    private Set<String> recipients() {
        return channel.sent().stream().map(OutgoingMessage::address).collect(Collectors.toSet());
    }

    private int settledEvents() {
        return jdbc.sql("select count(*) from outbox where type like '%DeliveriesSettled'")
                .query(Integer.class)
                .single();
    }

    private int inCountryPhones() {
        return jdbc.sql("select count(*) from delivery where reason = 'IN_COUNTRY_NO_SMS'")
                .query(Integer.class)
                .single();
    }
}
