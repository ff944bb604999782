package org.tocsin.notification.channel.smtp;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;

/**
 * The form of a message that all recipients of one content share: headers and both parts are encoded once, and a
 * recipient costs a few lines. Building MIME for each recipient would be most of the work of a fan-out.
 */
final class PreparedMail {

    /** Neither encoding can produce {@code =_}, so no part can contain it. */
    private static final String BOUNDARY = "=_Tocsin_Alternative";

    private final Sender sender;
    private final String sharedHeaders;
    private final Part text;
    private final Part html;
    private final int usualSize;

    PreparedMail(Sender sender, MailContent content) {
        this.sender = sender;
        this.text = Part.of("text/plain", content.text());
        this.html = Part.of("text/html", content.html());
        this.sharedHeaders = new Headers()
                .add("From", sender.from().toString())
                .add("Reply-To", sender.replyTo().toString())
                .add("Subject", encoded("Subject", content.subject()))
                .add("Content-Language", content.language().tag())
                .add("List-Id", "Tocsin <appeals." + sender.domain() + ">")
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .add("Auto-Submitted", "auto-generated")
                .add("MIME-Version", "1.0")
                .add("Content-Type", "multipart/alternative;\r\n boundary=\"" + BOUNDARY + "\"")
                .toString();
        this.usualSize = 2048 + 2 * (content.text().length() + content.html().length());
    }

    /** The whole message for one recipient, as it is written to the relay: ASCII, no line begins with a dot. */
    String fill(OutgoingMessage message) {
        var out = new StringBuilder(usualSize);
        var own = new Headers().add("Date", date(message.date())).add("Message-ID", messageId(message.deliveryId()));
        var follows = message.follows();
        if (follows != null) {
            own.add("In-Reply-To", messageId(follows)).add("References", messageId(follows));
        }
        out.append(own.add("To", message.address())
                .add("List-Unsubscribe", "<" + message.links().unsubscribe() + ">")
                .toString());
        out.append(sharedHeaders);
        var link = message.links().page().toString();
        text.write(link, out);
        html.write(link, out);
        return out.append("\r\n--" + BOUNDARY + "--\r\n").toString();
    }

    /** The same whenever the same delivery is sent again, so that mail systems can drop the double. */
    String messageId(UUID deliveryId) {
        return "<" + deliveryId + "@" + sender.domain() + ">";
    }

    private static String date(Instant date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(date.atOffset(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }

    private static String encoded(String header, String value) {
        try {
            return MimeUtility.fold(header.length() + 2, MimeUtility.encodeText(value, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError("UTF-8 is always there", e);
        }
    }

    private record Part(String head, BodyEncoding body) {

        static Part of(String type, String text) {
            var body = BodyEncoding.of(text);
            var head = new Headers()
                    .add("Content-Type", type + "; charset=UTF-8")
                    .add("Content-Transfer-Encoding", body.name())
                    .toString();
            return new Part(head, body);
        }

        void write(String link, StringBuilder out) {
            out.append("\r\n--").append(BOUNDARY).append("\r\n").append(head).append("\r\n");
            body.write(link, out);
        }
    }

    private static final class Headers {

        private final StringBuilder lines = new StringBuilder();

        Headers add(String name, String value) {
            lines.append(name).append(": ").append(value).append("\r\n");
            return this;
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}
