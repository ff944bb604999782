package org.tocsin.notification.channel.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.channel.HeaderText;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;

class PreparedMailTest {

    private static final Session SESSION = Session.getInstance(new Properties());

    static List<MailContent> contents() {
        return List.of(Mails.ENGLISH, Mails.ARABIC);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void carriesSubjectAndBothPartsUnharmed(MailContent content) throws Exception {
        var message = Mails.to("someone@member.example", content);
        var mail = parse(message);
        assertThat(mail.getSubject()).isEqualTo(content.subject());
        var parts = (Multipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(crlf(content.textFor(message.links())));
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo(crlf(content.htmlFor(message.links())));
        assertThat(((MimeMultipart) parts).isComplete()).isTrue();
    }

    @Test
    void namesItselfItsListAndTheWayOut() throws Exception {
        var message = Mails.to("someone@member.example", Mails.ARABIC);
        var mail = parse(message);
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + message.deliveryId() + "@tocsin.example>");
        assertThat(header(mail, "From")).isEqualTo("Tocsin <appeals@tocsin.example>");
        assertThat(header(mail, "Reply-To")).isEqualTo("Desk <desk@tocsin.example>");
        assertThat(header(mail, "To")).isEqualTo("someone@member.example");
        assertThat(header(mail, "Date")).isEqualTo("Tue, 24 Nov 2026 06:02:00 +0000");
        assertThat(header(mail, "List-Id")).isEqualTo("Tocsin <appeals.tocsin.example>");
        assertThat(header(mail, "List-Unsubscribe"))
                .isEqualTo("<" + message.links().unsubscribe() + ">")
                .endsWith("/unsubscribe>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Content-Language")).isEqualTo("ar");
        assertThat(Collections.list(mail.getAllHeaders())).hasSize(13);
    }

    @Test
    void isTheSameToTheByteWhenItIsSentAgain() {
        var message = Mails.to("someone@member.example", Mails.ENGLISH);
        var again = Mails.to("someone@member.example", Mails.ENGLISH);
        assertThat(new PreparedMail(Mails.SENDER, Mails.ENGLISH).fill(message))
                .isEqualTo(new PreparedMail(Mails.SENDER, Mails.ENGLISH).fill(again));
    }

    @Test
    void keepsToShortAsciiLinesOfWhichNoneBeginsWithADot() {
        for (var content : contents()) {
            var raw = new PreparedMail(Mails.SENDER, content).fill(Mails.to("someone@member.example", content));
            assertThat(US_ASCII.newEncoder().canEncode(raw)).isTrue();
            assertThat(raw).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
            assertThat(raw.lines()).allMatch(line -> line.length() <= 120 && !line.startsWith("."));
        }
    }

    @Test
    void letsNoSubjectAddAHeader() throws Exception {
        var random = new Random(31);
        for (var i = 0; i < 1_000; i++) {
            var subject = random.ints(random.nextInt(1, 60), 0, 0x2000)
                    .map(c -> random.nextInt(6) == 0 ? "\r\n\0\u760A\u760D:".charAt(random.nextInt(6)) : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append("\r\nBcc: everybody@example.org")
                    .toString();
            var content = new MailContent(Mails.ENGLISH.language(), HeaderText.clean(subject), "a", "b");
            var mail = parse(Mails.to("someone@member.example", content));
            assertThat(Collections.list(mail.getAllHeaders()))
                    .as("seed 31, subject %d", i)
                    .hasSize(13);
        }
    }

    private static MimeMessage parse(OutgoingMessage message) throws Exception {
        var raw = new PreparedMail(Mails.SENDER, (MailContent) message.content()).fill(message);
        return new MimeMessage(SESSION, new ByteArrayInputStream(raw.getBytes(US_ASCII)));
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        var values = Objects.requireNonNull(mail.getHeader(name), name);
        assertThat(values).hasSize(1);
        return values[0];
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
