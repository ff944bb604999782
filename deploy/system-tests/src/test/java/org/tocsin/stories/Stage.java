package org.tocsin.stories;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.faults.Proxies;
import org.tocsin.local.FrontDoors.Answer;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Plan;
import org.tocsin.local.Service;
import tools.jackson.databind.JsonNode;

/** The stack the stories play on; started by the first that needs it, ended with the JVM. */
public final class Stage {

    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static @Nullable LocalStack stack;
    private static @Nullable Proxies proxies;

    private Stage() {}

    public static synchronized LocalStack stack() {
        if (stack == null) {
            var plan = quickToNoticeDeath(Plan.beside(newFolder()));
            proxies = Proxies.before(plan.ports());
            stack = LocalStack.start(proxies.on(plan));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        }
        return stack;
    }

    /** What the services of that stack go through to their database and to the mail server. */
    public static Proxies proxies() {
        stack();
        return Objects.requireNonNull(proxies);
    }

    /** Asks until the answer is the one the story waits for. */
    public static JsonNode eventually(String what, Supplier<Answer> ask, Predicate<JsonNode> wanted) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> ask.get().expect(200), wanted);
    }

    public static void eventually(String what, Supplier<Boolean> holds) {
        await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(holds::get);
    }

    /** What a dead sender held is taken over, and doubts are settled, within the patience of a story. */
    private static Plan quickToNoticeDeath(Plan plan) {
        return plan.with(
                Service.NOTIFICATION,
                Map.of("tocsin.notification.sending.lease", "5s", "tocsin.notification.sending.doubt", "5s"));
    }

    private static java.nio.file.Path newFolder() {
        try {
            return Files.createTempDirectory("tocsin-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
