package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as its recipient would get it.
 *
 * @param recipient the address of the envelope
 * @param text the part in plain text, if there is one
 * @param html the part in HTML, if there is one
 * @param headers unfolded and decoded; values of a repeated header are joined by a line feed
 */
public record CapturedMessage(
        @JsonProperty String recipient,
        @JsonProperty String subject,
        @JsonProperty @Nullable String text,
        @JsonProperty @Nullable String html,
        @JsonProperty Map<String, String> headers,
        @JsonProperty Instant at) {
    private static final Session SESSION = Session.getInstance(new Properties());

    static CapturedMessage read(String recipient, byte[] bytes, Instant at) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            var subject = message.getSubject();
            return new CapturedMessage(
                    recipient,
                    subject == null ? "" : subject,
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    headers(message),
                    at);
        } catch (MessagingException | IOException e) {
            // Shown as it came: what cannot be read is what somebody is looking for.
            return new CapturedMessage(recipient, "(unreadable)", new String(bytes, UTF_8), null, Map.of(), at);
        }
    }

    /** The header's value, whatever the case of its name is, or the empty string. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** What the message says of its own language: a BCP 47 tag, or the empty string. */
    @JsonIgnore
    public String language() {
        return header("Content-Language");
    }

    @Override
    public String toString() {
        return "CapturedMessage[at=%s, language=%s]".formatted(at, language());
    }

    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = Part.ATTACHMENT.equalsIgnoreCase(inner.getDisposition()) ? null : part(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            var value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            headers.merge(header.getName(), value, (one, other) -> one + "\n" + other);
        }
        return headers;
    }
}
