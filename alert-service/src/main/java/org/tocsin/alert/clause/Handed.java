package org.tocsin.alert.clause;

import java.util.regex.Pattern;
import org.tocsin.platform.language.Language;

/** Words handed in by people, made fit to stand in one of our sentences. */
final class Handed {

    private static final Pattern NOT_FOR_TEXT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}{}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final char LEFT_TO_RIGHT = '\u200E';
    private static final Pattern PUNCTUATION_AT_THE_END = Pattern.compile("[\\s,;:،؛]+$");

    private Handed() {}

    /**
     * Without line breaks, direction controls and braces (which would read as a person). Where our text runs the other way,
     * marks at both ends keep a house number with its street.
     */
    static String in(String words, Language language) {
        var plain = NOT_FOR_TEXT.matcher(words).replaceAll(" ");
        var clean = PUNCTUATION_AT_THE_END
                .matcher(SPACES.matcher(plain).replaceAll(" ").strip())
                .replaceAll("");
        return language.rightToLeft() && LATIN.matcher(clean).find() ? LEFT_TO_RIGHT + clean + LEFT_TO_RIGHT : clean;
    }
}
