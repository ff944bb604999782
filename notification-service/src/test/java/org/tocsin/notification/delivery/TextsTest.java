package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.FakeChannel;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.Receipt;
import org.tocsin.notification.channel.Receipt.Outcome;
import org.tocsin.notification.channel.SendResult;

/** What is special about SMS: the night, and the word of the far side that comes later. */
@ServiceTest
@Import(TestPeers.Texts.class)
class TextsTest {

    private static final String MEMBERS = """
            member_id,organisation,country,languages,email,phone,channels,content_policy,in_country_policy,sms_at_night,valid_from,valid_to
            M00001,Exemple A,FRA,fr,,+33639980001,SMS,FULL,BLIND,no,2010-05-01,
            M00002,Exemple B,FRA,fr,,+33639980002,SMS,FULL,BLIND,no,2010-05-01,
            """;

    private final UUID appeal = UUID.randomUUID();
    private final FakeChannel texts;

    @Autowired
    Callers callers;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    SendDueDeliveries sending;

    @Autowired
    SettleDoubts doubts;

    @Autowired
    StoredReceipts receipts;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestPeers.TestClock clock;

    TextsTest(@Autowired TestPeers.Texts outbound) {
        texts = outbound.channel();
    }

    @BeforeEach
    void twoTelephonesAtNoon() {
        callers.importMembers(MEMBERS);
        clock.set(at(12));
        texts.answers(message -> new SendResult.Sent("ref-" + message.address().substring(1)));
    }

    @Test
    void anSmsPlannedAtNightGoesOutInTheMorning() {
        clock.set(at(23));
        planDeliveries.accept(messages.issued(appeal));
        assertThat(rows.statuses()).isEqualTo(Map.of("SCHEDULED", 2));
        send();
        assertThat(texts.sent()).isEmpty();

        clock.set(at(7).plus(Duration.ofDays(1)));
        send();
        assertThat(texts.sent()).hasSize(2);
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", 2));
    }

    @Test
    void anSmsThatWasDelayedIntoTheNightWaitsForTheMorning() {
        planDeliveries.accept(messages.issued(appeal));
        assertThat(rows.statuses()).isEqualTo(Map.of("PLANNED", 2));
        clock.set(at(23));
        send();

        assertThat(texts.sent()).isEmpty();
        assertThat(rows.statuses()).isEqualTo(Map.of("SCHEDULED", 2));
        assertThat(jdbc.sql("select distinct attempts from delivery")
                        .query(Integer.class)
                        .list())
                .containsExactly(0);
        assertThat(jdbc.sql("select distinct due_at from delivery")
                        .query(Instant.class)
                        .list())
                .containsExactly(at(6).plus(Duration.ofDays(1)));
    }

    @Test
    void aDoubtIsNotSolvedByWakingSomebody() {
        planDeliveries.accept(messages.issued(appeal));
        texts.answers(message -> new SendResult.InDoubt(FailureReason.REPLY_LOST));
        send();
        clock.set(at(23));
        send();
        assertThat(texts.sent()).hasSize(2);
        assertThat(rows.statuses()).isEqualTo(Map.of("IN_DOUBT", 2));

        rows.makeDue();
        doubts.run();
        assertThat(rows.statuses()).isEqualTo(Map.of("UNKNOWN", 2));
    }

    @Test
    void aReceiptTellsWhatBecameOfAText() {
        planDeliveries.accept(messages.issued(appeal));
        send();
        receipts.take(receipt("ref-33639980001", Outcome.DELIVERED));
        receipts.take(receipt("ref-33639980002", Outcome.BOUNCED));
        receipts.take(receipt("ref-33639980002", Outcome.BOUNCED)); // told twice
        receipts.take(receipt("unheard-of", Outcome.DELIVERED));
        doubts.run();
        assertThat(rows.statuses()).isEqualTo(Map.of("DELIVERED", 1, "BOUNCED", 1));
        assertThat(jdbc.sql("select provider_ref from receipt")
                        .query(String.class)
                        .list())
                .containsExactly("unheard-of");
    }

    @Test
    void aReceiptMayComeBeforeItsTextIsKnownToBeTaken() {
        planDeliveries.accept(messages.issued(appeal));
        receipts.take(receipt("ref-33639980001", Outcome.DELIVERED));
        doubts.run();
        assertThat(rows.statuses()).isEqualTo(Map.of("PLANNED", 2));
        send();
        doubts.run();
        assertThat(rows.statuses()).isEqualTo(Map.of("DELIVERED", 1, "ACCEPTED", 1));
    }

    @Test
    void aTextThatNothingIsHeardOfIsUnknownAfterADay() {
        planDeliveries.accept(messages.issued(appeal));
        send();
        jdbc.sql("update delivery set changed_at = now() - interval '23 hours'").update();
        doubts.run();
        assertThat(rows.statuses()).isEqualTo(Map.of("ACCEPTED", 2));
        jdbc.sql("update delivery set changed_at = now() - interval '25 hours'").update();
        doubts.run();
        assertThat(rows.statuses()).isEqualTo(Map.of("UNKNOWN", 2));
    }

    private void send() {
        rows.makeDue();
        sending.run(texts);
    }

    private static Receipt receipt(String reference, Outcome outcome) {
        return new Receipt(ChannelType.SMS, reference, outcome);
    }

    /** UTC, in winter an hour behind the clocks of France; ahead of the database, so that nothing is due by itself. */
    private static Instant at(int hour) {
        return Instant.parse("2040-11-24T00:00:00Z").plus(Duration.ofHours(hour));
    }
}
