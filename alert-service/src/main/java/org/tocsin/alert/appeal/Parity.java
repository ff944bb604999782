package org.tocsin.alert.appeal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the stories that were read by a person say the same, as far as a machine can tell: they name the same people,
 * and none has a number where another has a different one. A number written out in words is no difference.
 */
final class Parity {

    private static final Pattern NUMBER =
            Pattern.compile("\\p{Nd}+(?:[\\s\\u00a0\\u202f.,'’\\u066b\\u066c]\\p{Nd}{3})*(?!\\p{Nd})");

    private Parity() {}

    static Optional<Refusal> objection(Collection<LanguageVersion> versions) {
        List<LanguageVersion> read = versions.stream()
                .filter(version -> version.state() == LanguageState.CHECKED && version.hasStory())
                .toList();
        return read.stream()
                .skip(1)
                .flatMap(other -> difference(read.getFirst(), other).stream())
                .findFirst();
    }

    private static Optional<Refusal> difference(LanguageVersion one, LanguageVersion other) {
        var oneTokens = Tokens.in(story(one));
        var otherTokens = Tokens.in(story(other));
        if (!oneTokens.equals(otherTokens)) {
            return differ(one, oneTokens, other, otherTokens);
        }
        var oneNumbers = numbers(story(one));
        var otherNumbers = numbers(story(other));
        var bothHaveTheirOwn = !oneNumbers.containsAll(otherNumbers) && !otherNumbers.containsAll(oneNumbers);
        return bothHaveTheirOwn ? differ(one, oneNumbers, other, otherNumbers) : Optional.empty();
    }

    private static Optional<Refusal> differ(
            LanguageVersion one, Set<String> ofOne, LanguageVersion other, Set<String> ofOther) {
        return Optional.of(new Refusal.LanguagesDiffer(
                one.language(), without(ofOne, ofOther), other.language(), without(ofOther, ofOne)));
    }

    private static Set<String> without(Set<String> these, Set<String> those) {
        var rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    /** Numbers in plain digits, whatever digits and separators they are written with; those of tokens are not meant. */
    private static Set<String> numbers(String story) {
        return NUMBER.matcher(story.replaceAll("\\{P\\d+}", " "))
                .results()
                .map(MatchResult::group)
                .map(Parity::plain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String written) {
        var digits = new StringBuilder();
        written.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        var significant = digits.toString().replaceFirst("^0+(?=\\d)", "");
        return significant;
    }

    private static String story(LanguageVersion version) {
        var story = version.story();
        return story == null ? "" : story;
    }
}
