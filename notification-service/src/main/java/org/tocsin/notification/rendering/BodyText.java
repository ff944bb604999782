package org.tocsin.notification.rendering;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What people typed or pasted, made safe to be shown. Pasted text is never refused: what must not stay is taken out. */
final class BodyText {

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");
    private static final Pattern BREAKS = Pattern.compile("\\s*\n\\s*");

    private BodyText() {}

    /** Without control characters and without those that turn the direction of what follows. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        Normalizer.normalize(LINE_ENDS.matcher(text).replaceAll("\n"), Normalizer.Form.NFC)
                .codePoints()
                .map(c -> c == '\t' ? ' ' : c)
                .filter(BodyText::mayStay)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    static List<String> paragraphs(String text) {
        return BREAKS.splitAsStream(clean(text)).filter(line -> !line.isBlank()).toList();
    }

    private static boolean mayStay(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n';
            // Joiners shape letters and marks of direction end where they stand; the others reach further than that.
            case Character.FORMAT -> c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F || c == 0x061C;
            // Private characters are this package's own marks.
            case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
