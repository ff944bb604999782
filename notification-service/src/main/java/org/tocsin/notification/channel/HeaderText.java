package org.tocsin.notification.channel;

/** What may stand in a header of a message: no character that ends a line, hides text or turns its direction. */
public final class HeaderText {

    private HeaderText() {}

    /** Passes a safe text on. The text itself never gets into the exception. */
    public static String check(String field, String text) {
        if (!isSafe(text)) {
            throw new IllegalArgumentException(
                    "%s: contains control or direction characters (expected: none)".formatted(field));
        }
        return text;
    }

    public static boolean isSafe(String text) {
        return text.codePoints().noneMatch(HeaderText::isUnsafe);
    }

    /** The text without its unsafe characters; line ends and tabs become spaces. */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .filter(c -> !isUnsafe(c))
                .forEach(clean::appendCodePoint);
        return clean.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            // Zero-width joiners shape letters; all other invisible characters hide or reorder text.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            // Their low bytes are LF and CR: an encoder that drops the high byte makes a line end of them.
            default -> c == 0x760A || c == 0x760D;
        };
    }
}
