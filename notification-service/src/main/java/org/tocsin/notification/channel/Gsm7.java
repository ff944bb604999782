package org.tocsin.notification.channel;

/** The default alphabet of GSM with its extension table: 3GPP TS 23.038, 6.2.1. */
final class Gsm7 {

    private static final byte ESCAPE = 0x1B;
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private Gsm7() {}

    static boolean has(int character) {
        return character != ESCAPE && (DEFAULT.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0);
    }

    /** One octet, or two for a character of the extension table. */
    static byte[] octets(int character) {
        var code = DEFAULT.indexOf(character);
        return code >= 0
                ? new byte[] {(byte) code}
                : new byte[] {ESCAPE, EXTENSION_CODES[EXTENSION.indexOf(character)]};
    }
}
