package org.tocsin.alert.appeal;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people paste, made safe to store and to show: never refused for what a clipboard adds. */
final class FreeText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029|\\u0085");
    /** Controls, and the characters that turn the direction of everything after them. */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]|\\p{Cs}|\\p{Co}");

    private FreeText() {}

    static String clean(String pasted) {
        var lines = LINE_END.matcher(pasted).replaceAll("\n");
        return Normalizer.normalize(UNWANTED.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }

    static String cleanLine(String pasted) {
        return clean(pasted).replaceAll("\\s+", " ");
    }
}
