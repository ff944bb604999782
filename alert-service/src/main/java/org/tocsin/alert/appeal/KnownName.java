package org.tocsin.alert.appeal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One name of the case's vault, in clear; lives as long as one call.
 *
 * @param label the person's token, or such as {@code P1.organisation}
 * @param person else an organisation, which has no token and is only asked about
 * @param words of the name, folded, in order
 */
record KnownName(String label, boolean person, List<String> words) {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}+");
    private static final Pattern CYRILLIC_ENDING = Pattern.compile("[аяоеиыьй]$");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}+");
    private static final Set<String> ARABIC_PREFIXES =
            Set.of("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب");
    private static final int LONGEST_CASE_ENDING = 3;
    private static final int SHORTEST_STEM = 4;

    static KnownName person(String token, String name) {
        return new KnownName(token, true, Words.foldedIn(name));
    }

    static KnownName organisation(String token, String name) {
        return new KnownName(token + ".organisation", false, Words.foldedIn(name));
    }

    /** How well a word fits a part of the name. */
    enum Fit {
        NONE,
        /** With an ending or a prefix its language puts on names. */
        INFLECTED,
        EXACT
    }

    Fit fit(String word, Set<String> accepted) {
        if (!person) {
            return Fit.NONE;
        }
        return parts().filter(part -> !accepted.contains(key(part)))
                .mapToObj(part -> fit(word, words.get(part)))
                .max(Enum::compareTo)
                .orElse(Fit.NONE);
    }

    /**
     * How many words from here on are this name: parts of a person's name in any order, two different ones at least, or
     * an organisation's name as it is written.
     */
    int runAt(Words text, int at, Set<String> accepted) {
        return person ? personAt(text, at, accepted) : organisationAt(text, at, accepted);
    }

    /** Whether the run holds every part of the name. */
    boolean isWhole(Words text, int at, int length) {
        var there = IntStream.range(at, at + length).mapToObj(text::folded).toList();
        return parts().allMatch(part -> there.contains(words.get(part)));
    }

    /** The keys of the parts that a word is, inflected or not. */
    Stream<String> partsLike(String word) {
        if (!person) {
            return words.equals(List.of(word)) ? Stream.of(label) : Stream.empty();
        }
        return parts().filter(part -> fit(word, words.get(part)) != Fit.NONE).mapToObj(this::key);
    }

    private int personAt(Words text, int at, Set<String> accepted) {
        var met = new HashSet<String>();
        int length = 0;
        for (int next = at; next < text.size() && words.contains(text.folded(next)); next++) {
            if (next > at && !text.joined(next)) {
                break;
            }
            var isParticle = Words.isParticle(text.folded(next));
            if (next == at && isParticle) {
                return 0;
            }
            if (!isParticle) {
                met.add(text.folded(next));
                length = next - at + 1;
            }
        }
        var allAccepted =
                parts().filter(part -> met.contains(words.get(part))).allMatch(part -> accepted.contains(key(part)));
        return met.size() > 1 && !allAccepted ? length : 0;
    }

    private int organisationAt(Words text, int at, Set<String> accepted) {
        var fits = at + words.size() <= text.size()
                && !words.isEmpty()
                && !accepted.contains(label)
                && IntStream.range(0, words.size())
                        .allMatch(word -> text.folded(at + word).equals(words.get(word))
                                && (word == 0 || text.joined(at + word)));
        return fits ? words.size() : 0;
    }

    private IntStream parts() {
        return IntStream.range(0, words.size()).filter(part -> !Words.isParticle(words.get(part)));
    }

    private String key(int part) {
        return label + "." + (part + 1);
    }

    private static Fit fit(String word, String part) {
        if (word.equals(part)) {
            return Fit.EXACT;
        }
        return isDeclined(word, part) || isPrefixed(word, part) ? Fit.INFLECTED : Fit.NONE;
    }

    private static boolean isDeclined(String word, String part) {
        if (!CYRILLIC.matcher(part).matches()) {
            return false;
        }
        var stem = CYRILLIC_ENDING.matcher(part).replaceFirst("");
        return stem.length() >= SHORTEST_STEM
                && word.startsWith(stem)
                && word.length() <= stem.length() + LONGEST_CASE_ENDING;
    }

    private static boolean isPrefixed(String word, String part) {
        return part.length() > 2
                && ARABIC.matcher(part).matches()
                && word.endsWith(part)
                && ARABIC_PREFIXES.contains(word.substring(0, word.length() - part.length()));
    }

    /** A name never reaches a log. */
    @Override
    public String toString() {
        return "KnownName[" + label + "]";
    }
}
