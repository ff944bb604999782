package org.tocsin.notification.channel.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.notification.channel.MailContent;

class BodyEncodingTest {

    private static final String LINK =
            "https://tocsin.example/m/abc=DEF_0123456789-0123456789?a=%C3%A9#preferences-and-more";

    @Test
    void givesBackAnyTextWithTheLinkInItsPlaces() throws Exception {
        var random = new Random(7);
        var alphabet = "abc .=\n\t\u00E9\u0627\u0416\u20AC" + MailContent.PAGE_LINK;
        for (var i = 0; i < 2000; i++) {
            var foreign = random.nextBoolean() ? "" : "\u0645\u0631\u062D\u0628\u0627".repeat(20);
            var text = foreign
                    + random.ints(random.nextInt(200), 0, alphabet.length())
                            .map(alphabet::charAt)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            var encoding = BodyEncoding.of(text);
            var encoded = new StringBuilder();
            encoding.write(LINK, encoded);

            assertThat(encoded.toString().lines())
                    .as("seed 7, text %d", i)
                    .allMatch(line -> line.length() <= 76 && !line.startsWith("."));
            assertThat(US_ASCII.newEncoder().canEncode(encoded)).isTrue();
            var decoded = MimeUtility.decode(
                    new ByteArrayInputStream(encoded.toString().getBytes(US_ASCII)), encoding.name());
            assertThat(new String(decoded.readAllBytes(), UTF_8))
                    .as("seed 7, text %d", i)
                    .isEqualTo(text.replace(MailContent.PAGE_LINK, LINK).replace("\n", "\r\n"));
        }
    }

    @Test
    void keepsLatinLettersReadableInTheRawMessageAndOthersShort() {
        assertThat(BodyEncoding.of("Une arrestation arbitraire à Goma").name()).isEqualTo("quoted-printable");
        assertThat(BodyEncoding.of("Произвольный арест").name()).isEqualTo("base64");
    }
}
