package org.tocsin.intake.fields;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as people paste it: never refused for its characters, kept without those that hide or reorder others. Joiners stay,
 * because Persian and Indic words need them.
 */
public final class CleanText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");

    private CleanText() {}

    /** Body text: line breaks become {@code \n}; control, bidi and unassigned characters go; NFC; stripped. */
    public static String of(String pasted) {
        var text = LINE_BREAK.matcher(pasted).replaceAll("\n");
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(CleanText::isKept).forEach(clean::appendCodePoint);
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** The same on one line, for a name or a place. */
    public static String line(String pasted) {
        return of(pasted).replaceAll("\\s+", " ");
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
