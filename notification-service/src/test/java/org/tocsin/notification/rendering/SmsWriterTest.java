package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.policy.Audience;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

class SmsWriterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final URI LONGEST = URI.create("https://observatory.example/m/AAAAAAAAAAAAAAAAAAAAAA");

    private final SmsWriter writer = new SmsWriter();

    static Stream<Arguments> messages() {
        return Stream.of(ContentClass.NOTICE, ContentClass.BLIND)
                .flatMap(shown -> Arrays.stream(Language.values()).map(language -> Arguments.of(shown, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheTextThatWasReadAndApproved(ContentClass shown, Language language) throws IOException {
        var text = writer.write(ExampleAppeal.issued(), language, shown, ExampleAppeal.LINKS.page());
        var file = GOLDEN.resolve("SMS-%s.%s.txt".formatted(shown, language.tag()));
        var actual =
                "%s × %d\n\n%s\n".formatted(text.encoding(), text.segments().size(), text.text());
        if (Files.notExists(file)) {
            Files.writeString(file, actual);
            throw new AssertionError("%s was missing and is written: read it".formatted(file));
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void needsNeverMoreThanTwoSegments(ContentClass shown, Language language) {
        for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
            for (var urgency : Urgency.values()) {
                var text = writer.write(about(code, urgency), language, shown, LONGEST);
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

    private static IssuedAppeal about(String country, Urgency urgency) {
        var one = ExampleAppeal.issued();
        return new IssuedAppeal(
                one.appealId(),
                one.version(),
                one.incidentId(),
                country + " R001 / 1126 / OBS R001",
                one.issuedAt(),
                one.sendNotBefore(),
                new Country(country),
                urgency,
                Audience.PUBLIC,
                Set.of(),
                one.subjects(),
                one.texts());
    }
}
