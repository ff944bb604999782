package org.tocsin.alert.appeal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tocsin.alert.appeal.KnownName.Fit;

/**
 * The names of a case's people, in memory while a text is saved or approved, never stored. Parts of one name side by
 * side are the person and give way to the token. A part alone gives way too, unless it may be a word like any other or
 * belong to somebody else: that is asked, since a name that is a word must not lock a text, nor a word become a person.
 */
final class KnownNames {

    private final List<KnownName> names;

    KnownNames(Collection<KnownName> names) {
        this.names = List.copyOf(names);
    }

    /**
     * A text without names.
     *
     * @param text with tokens where names stood
     * @param questions words of it that may be a name, by their place in it
     */
    record Cleared(String text, List<Question> questions) {
        @Override
        public String toString() {
            return "Cleared";
        }
    }

    /**
     * Is this the person? Answered by writing the token instead, or by accepting the word.
     *
     * @param token of the person, or such as {@code P1.organisation}
     * @param position of the words in the text, in UTF-16 units
     */
    record Question(String token, int position, int length) {}

    /**
     * Puts tokens where names stand.
     *
     * @param accepted parts of names that are ordinary words in this text
     */
    Cleared replaceIn(String text, Set<String> accepted) {
        var result = new StringBuilder();
        var questions = new ArrayList<Question>();
        int copied = 0;
        for (var found : findIn(text, accepted)) {
            result.append(text, copied, found.start());
            copied = found.start();
            if (found.certain()) {
                result.append(Tokens.written(found.token()));
                copied = found.end();
            } else {
                questions.add(new Question(found.token(), result.length(), found.end() - found.start()));
            }
        }
        return new Cleared(result.append(text, copied, text.length()).toString(), questions);
    }

    /** Whether a name stands in the text, or words that may be one and that nobody accepted. */
    boolean standIn(String text, Set<String> accepted) {
        return !findIn(text, accepted).isEmpty();
    }

    /** The parts of names that these words are, such as {@code P1.2}: what is kept of an answer, since it names nobody. */
    Set<String> partsThatAre(Collection<String> acceptedWords) {
        return acceptedWords.stream()
                .map(Words::fold)
                .flatMap(word -> names.stream().flatMap(name -> name.partsLike(word)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Words of the text that are or may be a person. */
    private record Found(String token, int start, int end, boolean certain) {}

    private List<Found> findIn(String text, Set<String> accepted) {
        var words = new Words(text);
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < words.size()) {
            int from = at;
            int longest = names.stream()
                    .mapToInt(name -> name.runAt(words, from, accepted))
                    .max()
                    .orElse(0);
            found.addAll(longest > 0 ? runs(words, at, longest, accepted) : singles(words, at, accepted));
            at += Math.max(1, longest);
        }
        return found;
    }

    /** Several words of one name. A part of a longer name beside another name may belong to a relative. */
    private List<Found> runs(Words words, int at, int length, Set<String> accepted) {
        var candidates = names.stream()
                .filter(name -> name.runAt(words, at, accepted) == length)
                .toList();
        return candidates.stream()
                .map(name -> new Found(
                        name.label(),
                        words.start(at),
                        words.end(at + length - 1),
                        candidates.size() == 1
                                && name.person()
                                && (name.isWhole(words, at, length) || !words.besideCapital(at, length))))
                .toList();
    }

    private List<Found> singles(Words words, int at, Set<String> accepted) {
        var candidates = names.stream()
                .filter(name -> name.fit(words.folded(at), accepted) != Fit.NONE)
                .filter(name -> !words.isShort(at) || words.startsWithCapital(at))
                .toList();
        var certain = candidates.size() == 1
                && candidates.getFirst().fit(words.folded(at), accepted) == Fit.EXACT
                && words.startsWithCapital(at)
                && !words.isShort(at)
                && !words.besideCapital(at, 1)
                && !words.alsoInSmallLetters(at)
                && !OrdinaryWords.contain(words.folded(at));
        return candidates.stream()
                .map(name -> new Found(name.label(), words.start(at), words.end(at), certain))
                .toList();
    }
}
