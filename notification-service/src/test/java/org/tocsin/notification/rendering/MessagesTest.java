package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.platform.language.Language;

class MessagesTest {

    private static final String MAIL = "/mail/messages";
    private static final String PAGE = "/org/tocsin/notification/feedback/page";
    private static final Pattern VALUE = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @EnumSource
    void saysEverySentenceInEveryLanguageWithTheSameValues(Language language) throws IOException {
        var english = bundle(MAIL, Language.EN);
        var other = bundle(MAIL, language);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(other, key)).as(key).isEqualTo(values(english, key)));
    }

    @ParameterizedTest
    @EnumSource
    void saysEverySentenceOfTheMembersPageInEveryLanguage(Language language) throws IOException {
        var other = bundle(PAGE, language);
        assertThat(other.stringPropertyNames())
                .isEqualTo(bundle(PAGE, Language.EN).stringPropertyNames());
        assertThat(other.stringPropertyNames())
                .containsAll(Arrays.stream(Document.values())
                        .filter(Document::stops)
                        .flatMap(document ->
                                Stream.of("stopped.%s.title", "stopped.%s.text").map(key -> key.formatted(document)))
                        .toList());
        assertThat(other.values())
                .allSatisfy(sentence -> assertThat((String) sentence).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void usesNoApostropheThatTheFormatWouldSwallow(Language language) throws IOException {
        assertThat(bundle(MAIL, language).values())
                .allSatisfy(
                        sentence -> assertThat((String) sentence).isNotBlank().doesNotContain("'"));
    }

    @ParameterizedTest
    @EnumSource
    void writesDatesWithTheDigitsOfPhonesAndPassports(Language language) {
        assertThat(new Words(language, Words.load()).date(LocalDate.of(2026, 11, 24)))
                .contains("24", "2026")
                .doesNotContain("November 24");
    }

    private static String values(Properties bundle, String key) {
        return VALUE.matcher(bundle.getProperty(key, ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList()
                .toString();
    }

    private static Properties bundle(String base, Language language) throws IOException {
        var name = "%s_%s.properties".formatted(base, language.tag());
        var bundle = new Properties();
        try (var in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name), name)) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
