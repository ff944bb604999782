package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.settings.WrongSettings;

class SmsWriterTest {

    private static final URI LONGEST = URI.create("https://observatory.example/m/AAAAAAAAAAAAAAAAAAAAAA");

    private final SmsWriter writer = ExampleAppeal.smsWriter();

    static Stream<Arguments> messages() {
        return Stream.of(ContentClass.NOTICE, ContentClass.BLIND)
                .flatMap(shown -> Arrays.stream(Language.values()).map(language -> Arguments.of(shown, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheTextThatWasReadAndApproved(ContentClass shown, Language language) {
        var text = writer.write(ExampleAppeal.issued(), language, shown, ExampleAppeal.LINKS.page());
        Golden.check(
                "SMS-%s.%s".formatted(shown, language.tag()),
                "%s × %d\n\n%s\n".formatted(text.encoding(), text.segments().size(), text.text()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void needsNeverMoreThanTwoSegments(ContentClass shown, Language language) {
        for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
            for (var urgency : Urgency.values()) {
                var text = writer.write(
                        ExampleAppeal.about(code, code + " R999 / 1226 / OBS R9999.99", urgency),
                        language,
                        shown,
                        LONGEST);
                assertThat(text.segments()).as("%s %s", code, urgency).hasSizeLessThanOrEqualTo(2);
                assertThat(text.text()).endsWith("\n" + LONGEST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysNoWordOfTheAppealItself(Language language) {
        var notice = writer.write(ExampleAppeal.issued(), language, ContentClass.NOTICE, ExampleAppeal.LINKS.page());
        assertThat(notice.text()).contains("COD 001 / 1126 / OBS 001").doesNotContain("Goma", "Espoir", "{P1}");
        var blind = writer.write(ExampleAppeal.issued(), language, ContentClass.BLIND, ExampleAppeal.LINKS.page());
        assertThat(blind.text())
                .doesNotContain("COD", "OBS", new Country("COD").name(language))
                .endsWith("\n" + ExampleAppeal.LINKS.page());
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "REDACTED"})
    void writesNothingMoreThanANotice(ContentClass shown) {
        assertThatThrownBy(() -> writer.write(ExampleAppeal.issued(), Language.EN, shown, ExampleAppeal.LINKS.page()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALinkBaseWithWhichAMessageWouldNotFit() {
        var longest = "https://" + "a".repeat(36) + "/m/";
        assertThatCode(() -> new SmsWriter(URI.create(longest))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new SmsWriter(URI.create("https://a" + longest.substring(8))))
                .isInstanceOf(WrongSettings.class)
                .hasMessageStartingWith("tocsin.notification.link.base-url");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesEveryMessageWithTheLongestLinkBaseItTakes(ContentClass shown, Language language) {
        var page = URI.create("https://" + "a".repeat(36) + "/m/" + "A".repeat(22));
        for (var urgency : Urgency.values()) {
            var appeal = ExampleAppeal.about("GBR", "GBR R999 / 1226 / OBS R9999.99", urgency);
            assertThat(writer.write(appeal, language, shown, page).segments()).hasSizeLessThanOrEqualTo(2);
        }
    }
}
