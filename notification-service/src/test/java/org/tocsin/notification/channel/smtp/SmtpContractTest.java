package org.tocsin.notification.channel.smtp;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.embedded.CapturedMail;
import org.tocsin.embedded.CapturedMessage;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.SendResult.Deferred;
import org.tocsin.notification.channel.SendResult.Sent;

/** The adapter against a mail server that is not ours. */
class SmtpContractTest {

    @Test
    void deliversEachMessageToItsRecipientAloneAndUnharmed() {
        try (var mail = CapturedMail.start();
                var channel = Mails.channel(mail.smtpPort(), 16)) {
            var messages = Mails.many(311);
            assertThat(Mails.send(channel, messages).values()).hasSize(311).allMatch(Sent.class::isInstance);

            var captured = mail.messages().stream().collect(toMap(CapturedMessage::recipient, one -> one));
            assertThat(mail.count()).isEqualTo(311);
            for (var message : messages) {
                var one = requireNonNull(captured.get(message.address()));
                var content = (MailContent) message.content();
                assertThat(one.subject()).isEqualTo(content.subject());
                assertThat(one.text()).isEqualToNormalizingNewlines(content.textFor(message.links()));
                assertThat(one.html()).isEqualToNormalizingNewlines(content.htmlFor(message.links()));
                assertThat(one.headers())
                        .containsEntry("To", message.address())
                        .containsEntry("Message-ID", "<" + message.deliveryId() + "@tocsin.example>");
            }
        }
    }

    @Test
    void defersWhileTheServerRefusesAndDeliversAfterwards() {
        try (var mail = CapturedMail.start();
                var channel = Mails.channel(mail.smtpPort(), 2)) {
            var message = Mails.to("someone@member.example", Mails.ARABIC);
            mail.refuseFor(Duration.ofHours(1));
            assertThat(Mails.send(channel, List.of(message)))
                    .containsEntry(message, new Deferred(FailureReason.PROVIDER_BUSY));
            mail.refuseFor(Duration.ZERO);
            assertThat(Mails.send(channel, List.of(message)).get(message)).isInstanceOf(Sent.class);
            assertThat(mail.count()).isEqualTo(1);
        }
    }

    @Test
    void survivesAServerThatWasAway() {
        try (var mail = CapturedMail.start();
                var channel = Mails.channel(mail.smtpPort(), 2)) {
            var messages = Mails.many(4);
            assertThat(Mails.send(channel, messages).values()).allMatch(Sent.class::isInstance);
            mail.stop();
            assertThat(Mails.send(channel, messages).values()).allMatch(Deferred.class::isInstance);
            mail.restart();
            assertThat(Mails.send(channel, messages).values()).allMatch(Sent.class::isInstance);
        }
    }
}
