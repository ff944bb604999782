package org.tocsin.alert.appeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Words of the six languages that people are also named. */
final class OrdinaryWords {

    private static final Set<String> WORDS = read();

    private OrdinaryWords() {}

    static boolean contain(String folded) {
        return WORDS.contains(folded);
    }

    private static Set<String> read() {
        try (var file = OrdinaryWords.class.getResourceAsStream("ordinary-words.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(Predicate.not(line -> line.startsWith("#")))
                    .flatMap(line -> Words.foldedIn(line).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
