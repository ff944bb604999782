package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What members read, word for word, in {@code src/test/resources/golden}. After a wanted change, delete the files there and
 * run the tests: they write them anew and fail once, so that the difference is read before it is committed.
 */
final class Golden {

    private static final Path FILES = Path.of("src/test/resources/golden");

    private Golden() {}

    static void check(String name, String actual) {
        var file = FILES.resolve(name + ".txt");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(FILES);
                Files.writeString(file, actual);
                throw new AssertionError("%s was missing and is written: read it".formatted(file));
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
