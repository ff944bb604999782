package org.tocsin.notification.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.tocsin.notification.channel.smtp.ScriptedRelay.HANG_UP;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SendResult.Deferred;
import org.tocsin.notification.channel.SendResult.InDoubt;
import org.tocsin.notification.channel.SendResult.Refused;
import org.tocsin.notification.channel.SendResult.Sent;

class SmtpChannelTest {

    private static final String ODD = "odd@member.example";
    private static final OutgoingMessage FIRST = Mails.to("first@member.example", Mails.ENGLISH);
    private static final OutgoingMessage SECOND = Mails.to(ODD, Mails.ENGLISH);
    private static final OutgoingMessage THIRD = Mails.to("third@member.example", Mails.ARABIC);
    private static final SendResult TAKEN = new Sent("4bTz6Q1");

    @ParameterizedTest(name = "pipelining: {0}")
    @ValueSource(booleans = {true, false})
    void tellsEachAnswerAndGoesOnWithTheNextMessage(boolean pipelining) throws IOException {
        record Case(String command, String recipient, String answer, SendResult expected) {}
        var cases = List.of(
                new Case("RCPT", ODD, "550 5.1.1 <" + ODD + "> unknown", new Refused(FailureReason.MAILBOX_UNKNOWN)),
                new Case("RCPT", ODD, "450 4.2.0 later", new Deferred(FailureReason.MAILBOX_UNAVAILABLE)),
                new Case("RCPT", ODD, "421 4.3.2 closing", new Deferred(FailureReason.PROVIDER_BUSY)),
                new Case("RCPT", ODD, HANG_UP, new Deferred(FailureReason.CONNECTION_LOST)),
                new Case("DATA", ODD, "451 4.3.0 disk", new Deferred(FailureReason.PROVIDER_BUSY)),
                new Case("DATA", ODD, HANG_UP, new Deferred(FailureReason.CONNECTION_LOST)),
                new Case(".", ODD, "554 5.6.0 no", new Refused(FailureReason.CONTENT_REJECTED)),
                new Case(".", ODD, "452 4.3.1 disk", new Deferred(FailureReason.PROVIDER_BUSY)),
                new Case(".", ODD, HANG_UP, new InDoubt(FailureReason.REPLY_LOST)));
        for (var one : cases) {
            try (var relay = new ScriptedRelay(pipelining).answers(one.command(), one.recipient(), one.answer());
                    var channel = Mails.channel(relay.port(), 1)) {
                var results = Mails.send(channel, List.of(FIRST, SECOND, THIRD));
                assertThat(results.get(FIRST)).as("%s", one).isEqualTo(TAKEN);
                assertThat(results.get(SECOND)).as("%s", one).isEqualTo(one.expected());
                assertThat(results.get(THIRD)).as("%s", one).isEqualTo(TAKEN);
            }
        }
    }

    @ParameterizedTest(name = "the relay says: {0}")
    @ValueSource(strings = {"421 4.4.2 idle for too long", HANG_UP})
    void opensANewConnectionWhenTheKeptOneEndedMeanwhile(String farewell) throws IOException {
        try (var relay = new ScriptedRelay(true);
                var channel = Mails.channel(relay.port(), 1)) {
            assertThat(Mails.send(channel, List.of(FIRST))).containsEntry(FIRST, TAKEN);
            relay.answers("MAIL", "", farewell);
            var results = Mails.send(channel, List.of(SECOND));
            assertThat(results.get(SECOND)).isInstanceOf(Deferred.class); // the new connection is answered the same
            relay.forget();
            assertThat(Mails.send(channel, List.of(THIRD))).containsEntry(THIRD, TAKEN);
            assertThat(relay.connections).hasValue(3);
        }
    }

    @Test
    void keepsItsConnectionsFromOneBatchToTheNext() throws IOException {
        try (var relay = new ScriptedRelay(true);
                var channel = Mails.channel(relay.port(), 4)) {
            for (var batch = 0; batch < 5; batch++) {
                assertThat(Mails.send(channel, Mails.many(50)).values())
                        .hasSize(50)
                        .containsOnly(TAKEN);
            }
            assertThat(relay.connections.get()).isBetween(1, 4);
            assertThat(relay.taken).hasSize(250);
        }
    }

    @Test
    void sendsEverythingThroughAsManyConnectionsAsTheRelayAllows() throws IOException {
        try (var relay = new ScriptedRelay(true);
                var channel = Mails.channel(relay.port(), 16)) {
            relay.mostConnections = 2;
            assertThat(Mails.send(channel, Mails.many(311)).values())
                    .hasSize(311)
                    .containsOnly(TAKEN);
        }
    }

    @Test
    void defersEverythingWhenNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var channel = Mails.channel(free, 16)) {
            assertThat(Mails.send(channel, Mails.many(311)).values())
                    .hasSize(311)
                    .containsOnly(new Deferred(FailureReason.PROVIDER_UNREACHABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a@b@c.example",
                "a b@member.example",
                "a@member.example\r\nRCPT TO:<x@y.example>",
                "<a@member.example>",
                "a@member.example,b@member.example",
                "\u0430@member.example",
                "a@member\u760A.example",
                "@member.example",
                ""
            })
    void neverSaysABadAddressToTheRelay(String address) throws IOException {
        try (var relay = new ScriptedRelay(true);
                var channel = Mails.channel(relay.port(), 1)) {
            var bad = Mails.to(address, Mails.ENGLISH);
            assertThat(Mails.send(channel, List.of(bad)))
                    .containsEntry(bad, new Refused(FailureReason.ADDRESS_INVALID));
            assertThat(relay.taken).isEmpty();
        }
    }

    @Test
    void triesTheOthersEvenIfAResultCannotBeTaken() throws IOException {
        try (var relay = new ScriptedRelay(true);
                var channel = Mails.channel(relay.port(), 2)) {
            var taken = Collections.synchronizedList(new ArrayList<OutgoingMessage>());
            assertThatIllegalStateException()
                    .isThrownBy(() -> channel.send(Mails.many(10), (message, result) -> {
                        taken.add(message);
                        throw new IllegalStateException("ours");
                    }));
            assertThat(taken).hasSize(10);
        }
    }
}
