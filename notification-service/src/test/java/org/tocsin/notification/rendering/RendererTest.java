package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.notification.policy.ContentClass.BLIND;
import static org.tocsin.notification.policy.ContentClass.FULL;
import static org.tocsin.notification.policy.ContentClass.NOTICE;
import static org.tocsin.notification.policy.ContentClass.REDACTED;

import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.notification.channel.HeaderText;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

class RendererTest {

    private static final String NAME = "Espoir Exemplaire";
    private static final String PLACE = "Goma.";
    private final Renderer renderer = ExampleAppeal.renderer();

    @ParameterizedTest
    @EnumSource
    void showsNamesPlaceAndStoryOnlyInFull(Language language) {
        assertThat(everythingIn(FULL, language)).contains(NAME, ExampleAppeal.STORY_MARK);
        for (var other : new ContentClass[] {REDACTED, NOTICE, BLIND}) {
            assertThat(everythingIn(other, language)).doesNotContain(NAME, "Barreau", ExampleAppeal.STORY_MARK, PLACE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsNoneOfTheTextInANotice(Language language) {
        var text = ExampleAppeal.issued().texts().get(language);
        assertThat(text).isNotNull();
        assertThat(everythingIn(NOTICE, language))
                .contains("COD 001 / 1126 / OBS 001")
                .doesNotContain(
                        text.headline(),
                        text.opening(),
                        text.concern(),
                        text.demands().getLast());
    }

    @ParameterizedTest
    @EnumSource
    void showsNeitherReferenceNorCountryNorUrgencyInABlindMessage(Language language) {
        var country = ExampleAppeal.issued().country().name(language);
        var urgency = new Words(language, Words.load()).plain("urgency.LIFE_AT_RISK");
        assertThat(everythingIn(BLIND, language)).doesNotContain("COD", "OBS", "2026", country, urgency);
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameBlindMessageWhateverTheAppeal(Language language) {
        var other = ExampleAppeal.with(Map.of(language, ExampleAppeal.text("Killing", "Other.", null)));
        assertThat(renderer.render(other, language, BLIND, Map.of()).content())
                .usingRecursiveComparison()
                .isEqualTo(content(BLIND, language));
    }

    @ParameterizedTest
    @EnumSource
    void putsNoNameIntoASubject(Language language) {
        for (var shown : ContentClass.values()) {
            assertThat(content(shown, language).subject()).doesNotContain(NAME).satisfies(HeaderText::isSafe);
        }
        var named = ExampleAppeal.text("Arrest of {P1}", "{P1} was arrested.", null);
        var appeal = ExampleAppeal.with(Map.of(language, named));
        assertThat(renderer.render(appeal, language, FULL, ExampleAppeal.NAMES)
                        .content()
                        .subject())
                .contains("Arrest of a lawyer");
    }

    @Test
    void namesAPersonInFullOnceAndThenByNameAlone() {
        var text = content(FULL, Language.EN).text();
        assertThat(text).containsOnlyOnce("Espoir Exemplaire (a lawyer, Barreau Exemple de Goma)");
        assertThat(text.indexOf(NAME)).isEqualTo(text.indexOf("Espoir Exemplaire (a lawyer"));
    }

    @Test
    void describesAPersonWithoutANameAndBeginsASentenceWithACapital() {
        assertThat(content(FULL, Language.EN).text())
                .contains("and a journalist were arrested in Goma. A journalist has received threats.");
    }

    @Test
    void describesAPersonNothingIsKnownOf() {
        var text = ExampleAppeal.text("Arrest", "They took {P9}.", null);
        var message = renderer.render(ExampleAppeal.with(Map.of(Language.EN, text)), Language.EN, FULL, Map.of());
        assertThat(message.content().text()).contains("They took a human rights defender.");
    }

    @ParameterizedTest
    @EnumSource
    void putsThePersonalLinkOnlyIntoTheBlockToRemove(Language language) {
        var title = new Words(language, Words.load()).plain("private.title");
        for (var shown : ContentClass.values()) {
            var content = content(shown, language);
            assertThat(content.text().indexOf(MailContent.PAGE_LINK))
                    .isPositive()
                    .isGreaterThan(content.text().indexOf(title));
            assertThat(content.html().indexOf(MailContent.PAGE_LINK))
                    .isPositive()
                    .isGreaterThan(content.html().indexOf(title));
        }
    }

    @Test
    void takesControlAndDirectionCharactersOutOfWhatPeoplePasted() {
        var story = "One\u0000 two\u202E eert\u2066 four\r\n\u0007five " + MailContent.PAGE_LINK + "\uE000six";
        var text = ExampleAppeal.text("Arrest\r\nBcc: all@example.org\u760A\u202E", "It happened.", story);
        var content = renderer.render(ExampleAppeal.with(Map.of(Language.EN, text)), Language.EN, FULL, Map.of())
                .content();
        assertThat(content.text()).contains("One two eert four\nfive six");
        assertThat(content.subject()).contains("Arrest Bcc: all@example.org -");
        Predicate<String> hasOneLink = t -> t.chars().filter(c -> c == '\uE010').count() == 1;
        assertThat(content.text()).matches(hasOneLink);
    }

    @Test
    void escapesMarkupInHtmlAndLeavesItInText() {
        var text =
                ExampleAppeal.text("<i>Arrest</i>", "<script>alert(1)</script> & \"more\"", "a < b ${7*7} [[${7*7}]]");
        var names = Map.of("P1", new PersonName("<b>O'Name</b>", null));
        var content = renderer.render(ExampleAppeal.with(Map.of(Language.EN, text)), Language.EN, FULL, names)
                .content();
        assertThat(content.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;", "&lt;b&gt;O&#39;Name&lt;/b&gt;", "${7*7}")
                .doesNotContain("<script>", "<b>", "<i>", "49");
        assertThat(content.text()).contains("<script>alert(1)</script> & \"more\"", "a < b ${7*7} [[${7*7}]]");
    }

    private String everythingIn(ContentClass shown, Language language) {
        var content = content(shown, language);
        return content.subject() + "\n" + content.text() + "\n" + content.html();
    }

    private MailContent content(ContentClass shown, Language language) {
        return renderer.render(ExampleAppeal.issued(), language, shown, ExampleAppeal.NAMES)
                .content();
    }
}
