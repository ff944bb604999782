package org.tocsin.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tocsin.embedded.CapturedText.Encoding;

/** Reads the octets of a segment: GSM 7 bit, one character an octet as SMPP carries it, UCS-2 or Latin-1. */
final class SmsCharacters {
    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENSION =
            Map.of(0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65, '€');
    private static final int ESCAPE = 0x1B;

    private SmsCharacters() {}

    /** By the data coding of SMPP; anything else than these three is refused. */
    static Encoding encoding(byte dataCoding) {
        return switch (dataCoding) {
            case 0 -> Encoding.GSM7;
            case 3 -> Encoding.LATIN1;
            case 8 -> Encoding.UCS2;
            default ->
                throw new IllegalArgumentException("data coding: %d (expected: 0, 3 or 8)".formatted(dataCoding));
        };
    }

    static String read(byte[] octets, Encoding encoding) {
        return switch (encoding) {
            case GSM7 -> gsm7(octets);
            case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
        };
    }

    private static String gsm7(byte[] octets) {
        var text = new StringBuilder();
        for (var i = 0; i < octets.length; i++) {
            if (octets[i] < 0) {
                throw new IllegalArgumentException("octet: above 127 (expected: 7 bits)");
            }
            if (octets[i] == ESCAPE && i + 1 < octets.length) {
                i++;
                text.append(EXTENSION.getOrDefault((int) octets[i], ' '));
            } else {
                text.append(DEFAULT_ALPHABET.charAt(octets[i]));
            }
        }
        return text.toString();
    }
}
