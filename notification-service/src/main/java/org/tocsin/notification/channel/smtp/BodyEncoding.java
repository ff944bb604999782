package org.tocsin.notification.channel.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.tocsin.notification.channel.MailContent;

/** A text as it travels, encoded once for all recipients; only the recipient's own link is still to be put in. */
sealed interface BodyEncoding {

    String name();

    /** Adds the encoded text with the link where it belongs; lines end in CRLF, and no line begins with a single dot. */
    void write(String pageLink, StringBuilder out);

    /** Quoted-printable where most letters are ASCII, so that the raw message can be read; else base64, which is shorter. */
    static BodyEncoding of(String text) {
        var canonical = Pattern.compile("\r?\n").matcher(text).replaceAll("\r\n");
        var parts = Arrays.asList(canonical.split(MailContent.PAGE_LINK, -1));
        var foreign = canonical.chars().filter(c -> c > 0x7F).count();
        return foreign * 5 < canonical.length() ? QuotedPrintable.of(parts) : Base64Encoded.of(parts);
    }

    /**
     * Parts are encoded apart and joined by soft line breaks, which the reader takes out.
     *
     * @param parts encoded; the link stands between each two
     */
    record QuotedPrintable(List<String> parts) implements BodyEncoding {

        private static final String SOFT_BREAK = "=\r\n";

        private static final Pattern LEADING_DOT = Pattern.compile("(?m)^\\.");

        static QuotedPrintable of(List<String> parts) {
            return new QuotedPrintable(
                    parts.stream().map(QuotedPrintable::encode).toList());
        }

        @Override
        public String name() {
            return "quoted-printable";
        }

        @Override
        public void write(String pageLink, StringBuilder out) {
            out.append(parts.getFirst());
            var link = parts.size() > 1 ? encode(pageLink) : "";
            for (var part : parts.subList(1, parts.size())) {
                out.append(SOFT_BREAK).append(link).append(SOFT_BREAK).append(part);
            }
        }

        private static String encode(String text) {
            var encoded = new ByteArrayOutputStream(text.length() * 5 / 4);
            try (var out = MimeUtility.encode(encoded, "quoted-printable")) {
                out.write(text.getBytes(UTF_8));
            } catch (IOException | MessagingException e) {
                throw new AssertionError("encoding into memory", e);
            }
            // An encoded dot needs no doubling, which a relay would have to take back.
            return LEADING_DOT.matcher(encoded.toString(US_ASCII)).replaceAll("=2E");
        }
    }

    /** Groups of three bytes cross the seams, so the whole is encoded for each recipient: some microseconds. */
    record Base64Encoded(List<byte[]> parts) implements BodyEncoding {

        static Base64Encoded of(List<String> parts) {
            return new Base64Encoded(
                    parts.stream().map(part -> part.getBytes(UTF_8)).toList());
        }

        @Override
        public String name() {
            return "base64";
        }

        @Override
        public void write(String pageLink, StringBuilder out) {
            var plain = new ByteArrayOutputStream();
            plain.writeBytes(parts.getFirst());
            var link = pageLink.getBytes(UTF_8);
            for (var part : parts.subList(1, parts.size())) {
                plain.writeBytes(link);
                plain.writeBytes(part);
            }
            out.append(Base64.getMimeEncoder().encodeToString(plain.toByteArray()));
        }
    }
}
