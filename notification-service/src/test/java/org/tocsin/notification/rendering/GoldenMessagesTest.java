package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/**
 * What members read, word for word. After a wanted change, delete the files of {@code src/test/resources/golden} and run this
 * test: it writes them anew and fails once, so that the difference is read before it is committed.
 */
class GoldenMessagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Arguments> messages() {
        return Arrays.stream(ContentClass.values())
                .flatMap(shown -> Arrays.stream(Language.values()).map(language -> Arguments.of(shown, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheMessageThatWasReadAndApproved(ContentClass shown, Language language) throws IOException {
        var content = ExampleAppeal.renderer()
                .render(ExampleAppeal.issued(), language, shown, ExampleAppeal.NAMES)
                .content();
        var file = GOLDEN.resolve("%s.%s.txt".formatted(shown, language.tag()));
        var actual = content.subject() + "\n\n" + content.textFor(ExampleAppeal.LINKS);
        if (Files.notExists(file)) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
            throw new AssertionError("%s was missing and is written: read it".formatted(file));
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
