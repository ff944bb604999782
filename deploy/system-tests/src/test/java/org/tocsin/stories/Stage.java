package org.tocsin.stories;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.local.FrontDoors.Answer;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Plan;
import tools.jackson.databind.JsonNode;

/** The stack the stories play on; started by the first that needs it, ended with the JVM. */
final class Stage {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static @Nullable LocalStack stack;

    private Stage() {}

    static synchronized LocalStack stack() {
        if (stack == null) {
            stack = LocalStack.start(Plan.beside(newFolder()));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        }
        return stack;
    }

    /** Asks until the answer is the one the story waits for. */
    static JsonNode eventually(String what, Supplier<Answer> ask, Predicate<JsonNode> wanted) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> ask.get().expect(200), wanted);
    }

    static void eventually(String what, Supplier<Boolean> holds) {
        await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(holds::get);
    }

    private static java.nio.file.Path newFolder() {
        try {
            return Files.createTempDirectory("tocsin-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
