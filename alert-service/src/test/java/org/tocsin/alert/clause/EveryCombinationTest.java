package org.tocsin.alert.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.platform.language.Language;

/** What holds for every text the library can write. */
class EveryCombinationTest {

    private static final ClauseLibrary LIBRARY = new ClauseLibrary();
    private static final Set<String> MET = new HashSet<>();
    private static final int[] PERSONS = {0, 1, 2, 5};
    private static final String PLACE = "Ville-Inventée";

    private static final Pattern TOKEN = Pattern.compile("\\{P\\d+}");
    private static final Pattern UNTIDY = Pattern.compile(
            "\\s\\s|[.,;:،؛]\\s*[.,;:،؛]|\\s[.,،)]|\\(\\s|^\\s|\\s$|\\?\\?|\"|null|'", Pattern.UNICODE_CHARACTER_CLASS);

    @ParameterizedTest
    @EnumSource
    void oneViolationReadsAsTidySentences(Language language) {
        for (var violation : Violation.values()) {
            everyVariant(List.of(violation), language);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalViolationsReadAsTidySentences(Language language) {
        var all = List.of(Violation.values());
        for (int size : new int[] {2, 4, all.size()}) {
            for (int first = 0; first + size <= all.size(); first++) {
                for (int persons : PERSONS) {
                    for (var certainty : Certainty.values()) {
                        var facts = Cases.facts(
                                all.subList(first, first + size), persons, PLACE, DatePrecision.DAY, certainty);
                        holds(facts, LIBRARY.write(facts, language));
                    }
                }
            }
        }
    }

    private static void everyVariant(List<Violation> violations, Language language) {
        for (int persons : PERSONS) {
            for (@Nullable String place : new @Nullable String[] {null, PLACE}) {
                for (var precision : DatePrecision.values()) {
                    for (var certainty : Certainty.values()) {
                        var facts = Cases.facts(violations, persons, place, precision, certainty);
                        holds(facts, LIBRARY.write(facts, language));
                    }
                }
            }
        }
    }

    private static void holds(Facts facts, ClauseText text) {
        paragraphs(text).filter(MET::add).forEach(EveryCombinationTest::isTidy);
        assertThat(withoutTokens(text.headline())).isEqualTo(text.headline()).doesNotContain("{");
        assertThat(text.headline().split(" / ")).hasSameSizeAs(facts.violations());
        var tokens = facts.subjects().stream()
                .map(subject -> "{" + subject.token() + "}")
                .toList();
        assertThat(tokensOf(text.situation())).isEqualTo(tokens);
        assertThat(tokensOf(text.situationWithoutPlace())).isEqualTo(tokens);
        assertThat(text.situationWithoutPlace()).doesNotContain(PLACE);
        assertThat(text.situation().contains(PLACE)).isEqualTo(facts.place() != null);
        assertThat(tokensOf(text.opening() + text.concern() + text.demands())).isEmpty();
        assertThat(text.demands()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(Demand.GENERAL.size());
        assertThat(text.descriptions()).hasSameSizeAs(tokens);
    }

    private static Stream<String> paragraphs(ClauseText text) {
        return Stream.concat(
                Stream.of(text.opening(), text.situation(), text.situationWithoutPlace(), text.concern()),
                text.demands().stream());
    }

    private static void isTidy(String paragraph) {
        assertThat(paragraph).endsWith(".");
        assertThat(withoutTokens(paragraph)).doesNotContain("{", "}");
        assertThat(UNTIDY.matcher(withoutTokens(paragraph)).find())
                .as(paragraph)
                .isFalse();
        assertThat(Character.isLowerCase(paragraph.codePointAt(0)))
                .as(paragraph)
                .isFalse();
    }

    private static List<String> tokensOf(String text) {
        var tokens = new ArrayList<String>();
        TOKEN.matcher(text).results().forEach(found -> tokens.add(found.group()));
        return tokens;
    }

    private static String withoutTokens(String text) {
        return TOKEN.matcher(text).replaceAll("X");
    }
}
