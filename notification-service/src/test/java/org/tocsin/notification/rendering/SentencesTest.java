package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.notification.policy.ContentClass.BLIND;
import static org.tocsin.notification.policy.ContentClass.NOTICE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.SmsText;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/** What holds of every fixed sentence; how each is worded is in the golden files. */
class SentencesTest {

    private static final String REFERENCE = "COD 001 / 1126 / OBS 001";
    private static final List<Document> SENTENCES = Arrays.stream(Document.values())
            .filter(document -> document != Document.APPEAL)
            .toList();

    /** An appeal, and why one is taken back. */
    private static final Map<Language, String> TELLING = Map.of(
            Language.EN, "appeal|releas|\\bfree|correct|withdr",
            Language.FR, "\\bappels?\\b|libér|corrig|retir|annul",
            Language.ES, "llamamiento|liber|correg|retira",
            Language.PT, "apelo|libert|corrig|retir",
            Language.RU, "обращени|освобо|исправ|отозва",
            Language.AR, "نداء|ندائ|الإفراج|أفرج|مصحح|سحب");

    private final Renderer renderer = ExampleAppeal.renderer();
    private final SmsWriter sms = ExampleAppeal.smsWriter();

    static Stream<Arguments> sentences() {
        return SENTENCES.stream()
                .flatMap(
                        document -> Arrays.stream(Language.values()).map(language -> Arguments.of(document, language)));
    }

    @Test
    void knowsWhichSentencesStopAndWhichTakeBack() {
        assertThat(Document.values())
                .filteredOn(Document::stops)
                .containsExactly(Document.WAIT, Document.RELEASED, Document.CORRECTION, Document.WITHDRAWN);
        assertThat(Document.values())
                .filteredOn(Document::isRecall)
                .containsExactly(Document.RELEASED, Document.CORRECTION, Document.WITHDRAWN);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void saysNothingOfTheAppealAfterAMessageOfAnyClass(Document document, Language language) {
        var text = ExampleAppeal.issued().texts().get(language);
        assertThat(text).isNotNull();
        var words = new Words(language, Words.load());
        for (var shown : ContentClass.values()) {
            assertThat(everythingIn(mail(document, language, shown)) + smsAfter(document, language, shown))
                    .as("%s", shown)
                    .doesNotContainIgnoringCase(
                            ExampleAppeal.issued().country().name(language),
                            words.plain("urgency.LIFE_AT_RISK"),
                            words.plain("urgency.URGENT"))
                    .doesNotContain("Espoir", "Barreau", "Goma", "2026", "{", ExampleAppeal.STORY_MARK)
                    .doesNotContain(text.headline(), text.opening(), text.concern(), text.situationWithoutPlace())
                    .doesNotContain(text.demands());
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void tellsTheReferenceAndWhomToAsk(Document document, Language language) {
        for (var shown : List.of(ContentClass.FULL, ContentClass.REDACTED, NOTICE)) {
            var mail = mail(document, language, shown);
            assertThat(mail.subject()).contains(REFERENCE);
            assertThat(mail.text()).contains(REFERENCE, "desk@tocsin.example", MailContent.PAGE_LINK);
            assertThat(mail.html()).contains("<bdi>" + REFERENCE + "</bdi>");
        }
        assertThat(text(document, language, NOTICE).text().lines())
                .hasSize(3)
                .first()
                .isEqualTo(REFERENCE);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void tellsAfterABlindMessageNeitherReferenceNorAppealNorReason(Document document, Language language) {
        var telling =
                Pattern.compile(TELLING.get(language), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
        var mail = mail(document, language, BLIND);
        assertThat(everythingIn(mail) + text(document, language, BLIND).text())
                .doesNotContain("COD", "OBS")
                .doesNotContainPattern(telling);
        assertThat(mail.text()).contains("desk@tocsin.example", MailContent.PAGE_LINK);
    }

    @ParameterizedTest
    @EnumSource
    void hasADifferentSentenceForEachThingToDo(Language language) {
        for (var shown : List.of(NOTICE, BLIND)) {
            assertThat(SENTENCES.stream()
                            .map(document -> mail(document, language, shown).subject()))
                    .doesNotHaveDuplicates();
            assertThat(SENTENCES.stream()
                            .map(document -> text(document, language, shown).text()))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void needsNeverMoreThanTwoSegments(Document document, Language language) {
        var longest = ExampleAppeal.about("COD", "COD R999 / 1226 / OBS R9999.99", Urgency.URGENT);
        for (var shown : List.of(NOTICE, BLIND)) {
            assertThat(sms.writeSentence(longest, document, language, shown).segments())
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void writesTheMailThatWasReadAndApproved(Document document, Language language) {
        for (var shown : List.of(NOTICE, BLIND)) {
            var mail = mail(document, language, shown);
            Golden.check(
                    "%s-%s.%s".formatted(document, shown, language.tag()),
                    mail.subject() + "\n\n" + mail.textFor(ExampleAppeal.LINKS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheShortMessagesThatWereReadAndApproved(Language language) {
        var all = Stream.of(NOTICE, BLIND)
                .flatMap(shown -> SENTENCES.stream().map(document -> {
                    var text = text(document, language, shown);
                    return "%s after %s: %s × %d\n\n%s\n"
                            .formatted(
                                    document,
                                    shown,
                                    text.encoding(),
                                    text.segments().size(),
                                    text.text());
                }))
                .collect(Collectors.joining("\n"));
        Golden.check("SMS-SENTENCES." + language.tag(), all);
    }

    @Test
    void hasNoSentenceForTheAppealItself() {
        var appeal = ExampleAppeal.issued();
        assertThatThrownBy(() -> renderer.renderSentence(appeal, Document.APPEAL, Language.EN, NOTICE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sms.writeSentence(appeal, Document.APPEAL, Language.EN, NOTICE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private MailContent mail(Document document, Language language, ContentClass shown) {
        return renderer.renderSentence(ExampleAppeal.issued(), document, language, shown);
    }

    private SmsText text(Document document, Language language, ContentClass shown) {
        return sms.writeSentence(ExampleAppeal.issued(), document, language, shown);
    }

    private String smsAfter(Document document, Language language, ContentClass shown) {
        return shown == NOTICE || shown == BLIND
                ? text(document, language, shown).text()
                : "";
    }

    private static String everythingIn(MailContent mail) {
        var style = Pattern.compile("(?s)<style>.*</style>");
        return String.join(
                "\n", mail.subject(), mail.text(), style.matcher(mail.html()).replaceAll(""));
    }
}
