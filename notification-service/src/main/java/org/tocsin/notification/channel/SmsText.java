package org.tocsin.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as telephones take it: in the 7-bit alphabet of GSM if every character is in it, else in UCS-2; in one segment
 * or in several that the telephone joins. No character is ever replaced by a question mark.
 *
 * @param text what the telephone shows
 * @param segments what each carries, without the header that joins them; of GSM one character an octet, as SMPP has it
 */
public record SmsText(String text, Encoding encoding, List<byte[]> segments) {

    /** How the characters are written; the lengths are octets of {@link #segments}. */
    public enum Encoding {
        GSM7(160, 153),
        UCS2(140, 134);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    public static SmsText of(String text) {
        var plain = straighten(text);
        var encoding = plain.codePoints().allMatch(Gsm7::has) ? Encoding.GSM7 : Encoding.UCS2;
        var characters = plain.codePoints()
                .mapToObj(character -> octets(encoding, character))
                .toList();
        var length = characters.stream().mapToInt(octets -> octets.length).sum();
        return new SmsText(
                plain, encoding, split(characters, length <= encoding.alone ? encoding.alone : encoding.joined));
    }

    /** What is written in two ways is written in the simple one, which may save half of the segments. */
    private static String straighten(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\u2018\u2019]", "'")
                .replaceAll("[\u201C\u201D]", "\"")
                .replaceAll("[\u2010-\u2014]", "-")
                .replaceAll("[\u00A0\u202F]", " ");
    }

    private static byte[] octets(Encoding encoding, int character) {
        return switch (encoding) {
            case GSM7 -> Gsm7.octets(character);
            case UCS2 -> Character.toString(character).getBytes(UTF_16BE);
        };
    }

    /** A character of two parts is never torn apart, so that a segment may end one short. */
    private static List<byte[]> split(List<byte[]> characters, int most) {
        var segments = new ArrayList<byte[]>();
        var segment = new ByteArrayOutputStream();
        for (var character : characters) {
            if (segment.size() + character.length > most) {
                segments.add(segment.toByteArray());
                segment.reset();
            }
            segment.writeBytes(character);
        }
        segments.add(segment.toByteArray());
        return List.copyOf(segments);
    }

    @Override
    public String toString() {
        return "SmsText[%s, %d]".formatted(encoding, segments.size());
    }
}
