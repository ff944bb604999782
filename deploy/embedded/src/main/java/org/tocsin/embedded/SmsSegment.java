package org.tocsin.embedded;

import java.util.Arrays;
import org.tocsin.embedded.CapturedText.Encoding;

/**
 * One submitted message: a whole text, or a numbered part of one.
 *
 * @param reference what the parts of one text share; meaningless for a whole one
 */
record SmsSegment(String recipient, String text, Encoding encoding, int reference, int part, int parts) {
    private static final int UDH = 0x40;
    private static final int CONCATENATED = 0x00; // with a reference of 8 bits; 3GPP TS 23.040, 9.2.3.24.1
    private static final int LENGTH = 3;

    /** What comes too long for one message on the air is refused, as networks do. */
    static SmsSegment read(String recipient, byte esmClass, byte dataCoding, byte[] octets) {
        var encoding = SmsCharacters.encoding(dataCoding);
        if ((esmClass & UDH) == 0) {
            checkLength(octets.length, encoding == Encoding.GSM7 ? 160 : 140);
            return new SmsSegment(recipient, SmsCharacters.read(octets, encoding), encoding, 0, 1, 1);
        }
        var header = octets[0] + 1;
        if (header != 6 || octets[1] != CONCATENATED || octets[2] != LENGTH) {
            throw new IllegalArgumentException("header: unknown (expected: concatenation with 8 bits)");
        }
        checkLength(octets.length - header, encoding == Encoding.GSM7 ? 153 : 134);
        var text = SmsCharacters.read(Arrays.copyOfRange(octets, header, octets.length), encoding);
        return new SmsSegment(recipient, text, encoding, octets[3] & 0xFF, octets[5] & 0xFF, octets[4] & 0xFF);
    }

    private static void checkLength(int found, int most) {
        if (found > most) {
            throw new IllegalArgumentException("segment: %d octets (expected: at most %d)".formatted(found, most));
        }
    }

    @Override
    public String toString() {
        return "SmsSegment[%d of %d]".formatted(part, parts);
    }
}
