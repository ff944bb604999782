package org.tocsin.notification.rendering;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/** What members read of an appeal, word for word. */
class GoldenMessagesTest {

    static Stream<Arguments> messages() {
        return Arrays.stream(ContentClass.values())
                .flatMap(shown -> Arrays.stream(Language.values()).map(language -> Arguments.of(shown, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheMessageThatWasReadAndApproved(ContentClass shown, Language language) {
        var content = ExampleAppeal.renderer()
                .render(ExampleAppeal.issued(), language, shown, ExampleAppeal.NAMES)
                .content();
        Golden.check(
                "%s.%s".formatted(shown, language.tag()),
                content.subject() + "\n\n" + content.textFor(ExampleAppeal.LINKS));
    }
}
