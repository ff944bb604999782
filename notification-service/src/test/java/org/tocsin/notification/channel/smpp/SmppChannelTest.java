package org.tocsin.notification.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.embedded.CapturedSms;
import org.tocsin.embedded.CapturedText;
import org.tocsin.embedded.SmsAnswer;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.Receipt;
import org.tocsin.notification.channel.Receipt.Outcome;
import org.tocsin.notification.channel.RecipientLinks;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SmsContent;
import org.tocsin.notification.channel.SmsText;

/** The adapter against an SMPP server that is not ours. */
class SmppChannelTest {

    private static final String ARABIC =
            "رسالة بانتظاركم. يرجى فتح الرابط التالي من مكان آمن، ولا ترسلوا الرابط إلى أحد.\n";

    @TempDir
    Path folder;

    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final CapturedSms operator = CapturedSms.start(0, "tocsin", "local");
    private @Nullable SmppChannel channel;

    @AfterEach
    void stop() {
        if (channel != null) {
            channel.close();
        }
        operator.close();
    }

    @Test
    void deliversEachTextToItsNumberAloneAndWhole() {
        var messages = many(100);
        assertThat(send(messages).values()).hasSize(100).allMatch(SendResult.Sent.class::isInstance);
        assertThat(operator.messages())
                .extracting(CapturedText::recipient)
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(OutgoingMessage::address).toList());
        assertThat(operator.messages()).allSatisfy(text -> {
            assertThat(text.text())
                    .isEqualTo(ARABIC + "https://tocsin.example/m/"
                            + text.recipient().substring(1));
            assertThat(text.segments()).isEqualTo(2);
        });
    }

    @Test
    void oneReceiptComesForEachText() {
        var results = send(many(100));
        await().untilAsserted(() -> assertThat(receipts).hasSize(100));
        assertThat(receipts).extracting(Receipt::outcome).containsOnly(Outcome.DELIVERED);
        assertThat(receipts).extracting(Receipt::reference).containsExactlyInAnyOrderElementsOf(references(results));
    }

    @Test
    void aTextThatCannotBeDeliveredBounces() {
        operator.answer(SmsAnswer.FAIL_LATER);
        send(many(1));
        await().untilAsserted(
                        () -> assertThat(receipts).extracting(Receipt::outcome).containsExactly(Outcome.BOUNCED));
    }

    @Test
    void aReceiptMayComeBeforeTheAnswer() {
        operator.answer(SmsAnswer.RECEIPT_FIRST);
        var results = send(many(1));
        await().untilAsserted(() ->
                assertThat(receipts).extracting(Receipt::reference).containsExactlyElementsOf(references(results)));
    }

    @Test
    void refusalsSayWhetherAnotherAttemptCanHelp() {
        operator.answer(SmsAnswer.THROTTLE);
        assertThat(send(many(1)).values()).containsExactly(new SendResult.Deferred(FailureReason.RATE_LIMITED));
        operator.answer(SmsAnswer.REFUSE_NUMBER);
        assertThat(send(many(1)).values()).containsExactly(new SendResult.Refused(FailureReason.ADDRESS_INVALID));
    }

    @Test
    void whatIsNoNumberIsNotEvenTried() {
        assertThat(send(List.of(to("0171 23"))).values())
                .containsExactly(new SendResult.Refused(FailureReason.ADDRESS_INVALID));
        assertThat(operator.messages()).isEmpty();
    }

    @Test
    void aLostAnswerIsADoubt() {
        operator.answer(SmsAnswer.TAKE_AND_HANG_UP);
        assertThat(send(many(1)).values()).containsExactly(new SendResult.InDoubt(FailureReason.REPLY_LOST));
    }

    @Test
    void withoutConnectionEverythingWaitsAndLeavesOnceItStands() {
        operator.stop();
        assertThat(send(many(3)).values()).containsOnly(new SendResult.Deferred(FailureReason.PROVIDER_UNREACHABLE));
        operator.restart();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(send(many(3)).values()).allMatch(SendResult.Sent.class::isInstance));
    }

    @Test
    void aWrongPasswordIsOursToMend() {
        channel = channel("wrong");
        assertThat(send(many(1)).values()).containsExactly(new SendResult.Deferred(FailureReason.SENDER_REJECTED));
    }

    private SmppChannel channel(String password) {
        try {
            var file = folder.resolve("password");
            Files.writeString(file, password);
            var settings = new SmppProperties(
                    "127.0.0.1",
                    operator.port(),
                    "tocsin",
                    file,
                    "Tocsin",
                    10,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));
            return new SmppChannel(
                    new SmppSessions(settings, new SmppReceipts(receipts::add)), new Submission("Tocsin"), 10);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<OutgoingMessage, SendResult> send(List<OutgoingMessage> messages) {
        var results = new ConcurrentHashMap<OutgoingMessage, SendResult>();
        if (channel == null) {
            channel = channel("local");
        }
        channel.send(messages, results::put);
        return results;
    }

    private static List<String> references(Map<OutgoingMessage, SendResult> results) {
        return results.values().stream()
                .map(result -> result instanceof SendResult.Sent(var reference) ? reference : "none")
                .toList();
    }

    private static List<OutgoingMessage> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> to("+336399800%02d".formatted(i)))
                .toList();
    }

    private static OutgoingMessage to(String number) {
        var page = URI.create("https://tocsin.example/m/" + number.substring(1).replace(" ", ""));
        return new OutgoingMessage(
                UUID.randomUUID(),
                number,
                Instant.EPOCH,
                new SmsContent(link -> SmsText.of(ARABIC + link)),
                new RecipientLinks(page, page));
    }
}
