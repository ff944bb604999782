package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/** Also leaves each page in {@code target/messages}, to be looked at in a browser. */
class HtmlMessagesTest {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<)]+");
    private static final Path PAGES = Path.of("target/messages");

    @ParameterizedTest
    @MethodSource("org.tocsin.notification.rendering.GoldenMessagesTest#messages")
    void loadsNothingAndSaysItsLanguageAndDirection(ContentClass shown, Language language) throws IOException {
        var content = ExampleAppeal.renderer()
                .render(ExampleAppeal.issued(), language, shown, ExampleAppeal.NAMES)
                .content();
        check(content, shown.name());
    }

    @ParameterizedTest
    @MethodSource("org.tocsin.notification.rendering.SentencesTest#sentences")
    void loadsNothingInASentenceEither(Document document, Language language) throws IOException {
        for (var shown : ContentClass.values()) {
            var content = ExampleAppeal.renderer().renderSentence(ExampleAppeal.issued(), document, language, shown);
            check(content, document + "-" + shown);
        }
    }

    private static void check(MailContent content, String name) throws IOException {
        var language = content.language();
        var html = content.htmlFor(ExampleAppeal.LINKS);
        Files.createDirectories(PAGES);
        Files.writeString(PAGES.resolve("%s.%s.html".formatted(name, language.tag())), html);

        var direction = language == Language.AR ? "rtl" : "ltr";
        assertThat(html)
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(language.tag(), direction))
                .contains("<table class=\"outer\" role=\"presentation\" lang=\"%s\" dir=\"%s\">"
                        .formatted(language.tag(), direction))
                .doesNotContain(" src=", "url(", "@import", "<link", "<img", "<script", "<iframe", " th:")
                .doesNotContainPattern("[0-9]px");
        assertThat(ADDRESS.matcher(html).results().map(found -> found.group()))
                .allMatch(found -> found.startsWith("https://tocsin.example/m/"));
    }
}
