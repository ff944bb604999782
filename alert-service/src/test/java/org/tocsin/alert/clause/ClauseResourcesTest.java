package org.tocsin.alert.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

class ClauseResourcesTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameKeys(Language language) {
        assertThat(Phrases.load(language).keys())
                .isEqualTo(Phrases.load(Language.EN).keys());
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageFillsTheSamePlaces(Language language) {
        var english = Phrases.load(Language.EN);
        var other = Phrases.load(language);
        for (var key : english.keys()) {
            assertThat(places(other.get(key))).as(key).isEqualTo(places(english.get(key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordIsThere(Language language) {
        assertThat(Phrases.load(language).keys())
                .containsAll(Arrays.stream(Violation.values())
                        .flatMap(violation -> Stream.of("heading", "act.one", "act.many", "concern.one", "concern.many")
                                .map(part -> violation + "." + part))
                        .toList())
                .containsAll(Arrays.stream(Demand.values())
                        .map(demand -> "demand." + demand)
                        .toList())
                .containsAll(Arrays.stream(Sector.values())
                        .flatMap(sector -> Stream.of("sector." + sector, "sector." + sector + ".other"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyCountryHasItsPreposition(Language language) {
        assertThat(Resources.texts("countries/" + language.tag() + ".properties")
                        .keySet())
                .isEqualTo(Arrays.stream(Locale.getISOCountries())
                        .map(alpha2 -> Locale.of("", alpha2).getISO3Country())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource
    void aTextHoldsNoScriptOfAnotherLanguage(Language language) {
        var foreign = Pattern.compile(
                switch (language) {
                    case AR -> "\\p{IsCyrillic}|[a-z]";
                    case RU -> "\\p{IsArabic}|[a-z]";
                    case FR, EN, ES, PT -> "\\p{IsArabic}|\\p{IsCyrillic}";
                });
        var phrases = Phrases.load(language);
        for (var key : phrases.keys()) {
            if (!key.startsWith("date.")) {
                assertThat(PLACE.matcher(phrases.get(key)).replaceAll(""))
                        .as(key)
                        .doesNotContainPattern(foreign);
            }
        }
    }

    @Test
    void aCountryNewerThanTheFileStandsInParentheses() {
        assertThat(InCountry.of(Language.FR, Map.of()).say(new Country("TUR"))).isEqualTo("(Turquie)");
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
