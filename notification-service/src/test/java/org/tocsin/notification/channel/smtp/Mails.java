package org.tocsin.notification.channel.smtp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.RecipientLinks;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.platform.language.Language;

/** Messages and channels for the tests of this package. */
final class Mails {

    static final Sender SENDER = Sender.of("Tocsin <appeals@tocsin.example>", "Desk <desk@tocsin.example>");
    static final Instant DATE = Instant.parse("2026-11-24T06:02:00Z");
    static final MailContent ENGLISH = new MailContent(
            Language.EN,
            "[Urgent] Example - Threats - COD 001 / 1126 / OBS 001",
            "A line.\n.A line with a dot – and a dash.\n\n" + MailContent.PAGE_LINK + "\nEnd = end.\n",
            "<p>A line.</p><a href=\"" + MailContent.PAGE_LINK + "\">" + MailContent.PAGE_LINK + "</a>\n");
    static final MailContent ARABIC = new MailContent(
            Language.AR,
            "[خطر على الحياة] الكونغو - كينشاسا - اعتقال تعسفي / تهديدات - COD 001 / 1126 / OBS 001",
            "تلقّى المرصد معلومات عن الحالة التالية ويطلب تدخلكم العاجل.\n" + MailContent.PAGE_LINK + "\n",
            "<p dir=\"rtl\">تلقّى المرصد معلومات</p><a href=\"" + MailContent.PAGE_LINK + "\">صفحتكم</a>\n");

    private Mails() {}

    static OutgoingMessage to(String address, MailContent content) {
        var id = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
        var page = "https://tocsin.example/m/" + id.toString().substring(0, 22).replace('-', '_');
        return new OutgoingMessage(
                id,
                null,
                address,
                DATE,
                content,
                new RecipientLinks(URI.create(page), URI.create(page + "/unsubscribe")));
    }

    static List<OutgoingMessage> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> to("m%05d@member.example".formatted(i), i % 2 == 0 ? ENGLISH : ARABIC))
                .toList();
    }

    static SmtpChannel channel(int port, int connections) {
        var settings = new SmtpProperties(
                "127.0.0.1",
                port,
                "Tocsin <appeals@tocsin.example>",
                "Desk <desk@tocsin.example>",
                connections,
                SmtpProperties.Security.NONE,
                null,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1));
        return new SmtpChannel(SENDER, new ConnectionPool(settings, SENDER, InstantSource.system()), connections);
    }

    static Map<OutgoingMessage, SendResult> send(SmtpChannel channel, List<OutgoingMessage> messages) {
        var results = new ConcurrentHashMap<OutgoingMessage, SendResult>();
        channel.send(messages, (message, result) -> {
            if (results.put(message, result) != null) {
                throw new AssertionError("two results for one message");
            }
        });
        return results;
    }
}
