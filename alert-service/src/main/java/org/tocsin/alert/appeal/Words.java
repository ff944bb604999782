package org.tocsin.alert.appeal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text and what lies between them, so that names are found whole, however they are spelled out. */
final class Words {

    /** Tokens are met as wholes, so that nothing inside them counts as a word. */
    private static final Pattern WORD = Pattern.compile("\\{P\\d+}|[\\p{L}\\p{M}\\p{Nd}\\p{Cf}]+");

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s\\p{Zs}.'’\\-\\u2010\\u2011]{1,3}");
    private static final Pattern BESIDE = Pattern.compile("[\\p{Zs}\\-\\u2010\\u2011]{1,2}");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\\u0640]");

    private static final Set<String> PARTICLES = Set.of(
            "de", "la", "le", "les", "du", "des", "da", "do", "dos", "das", "del", "di", "d", "l", "y", "e", "i", "al",
            "el", "ul", "bin", "ben", "bint", "ibn", "abu", "ould", "van", "von", "der", "den", "ال", "بن", "ابن",
            "بنت", "ابو", "me", "maitre", "dr", "mr", "mrs", "ms", "m", "mme", "mlle", "prof", "sr", "sra", "don",
            "dona");

    private static final int SHORT = 2;

    private final String text;
    private final List<Word> all;
    private final Set<String> inSmallLetters;

    private record Word(int start, int end, String folded, boolean capital) {}

    Words(String text) {
        this.text = text;
        this.all = WORD.matcher(text)
                .results()
                .map(found -> new Word(
                        found.start(),
                        found.end(),
                        fold(found.group()),
                        Character.isUpperCase(found.group().codePointAt(0))))
                .toList();
        this.inSmallLetters =
                all.stream().filter(word -> !word.capital()).map(Word::folded).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> foldedIn(String name) {
        return new Words(name).all.stream().map(Word::folded).toList();
    }

    /** Without case, accents, Arabic vowel signs and invisible characters. */
    static String fold(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('ى', 'ي')
                .replace('ة', 'ه');
    }

    /** Articles, prepositions and titles: part of many names, the mark of none. */
    static boolean isParticle(String folded) {
        return PARTICLES.contains(folded);
    }

    int size() {
        return all.size();
    }

    int start(int word) {
        return all.get(word).start();
    }

    int end(int word) {
        return all.get(word).end();
    }

    String folded(int word) {
        return all.get(word).folded();
    }

    boolean startsWithCapital(int word) {
        return all.get(word).capital();
    }

    boolean isShort(int word) {
        return folded(word).length() <= SHORT;
    }

    /** Whether only what stands inside a name lies between this word and the one before it. */
    boolean joined(int word) {
        return BETWEEN_PARTS.matcher(between(word)).matches();
    }

    /** Whether a word that may be another part of somebody's name stands beside these. */
    boolean besideCapital(int first, int length) {
        int next = first + length;
        return first > 0 && BESIDE.matcher(between(first)).matches() && isNameLike(first - 1)
                || next < size() && BESIDE.matcher(between(next)).matches() && isNameLike(next);
    }

    boolean alsoInSmallLetters(int word) {
        return inSmallLetters.contains(folded(word));
    }

    private boolean isNameLike(int word) {
        return startsWithCapital(word) && !isParticle(folded(word));
    }

    private String between(int word) {
        return text.substring(end(word - 1), start(word));
    }
}
