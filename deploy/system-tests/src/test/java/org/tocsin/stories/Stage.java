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

    /** How long Kafka waits for a consumer that says nothing, in milliseconds; the least it allows. */
    private static final String SESSION = "spring.cloud.stream.kafka.binder.consumer-properties[session.timeout.ms]";

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

    /** What a dead process held is taken over, and doubts are settled, within the patience of a story. */
    private static Plan quickToNoticeDeath(Plan plan) {
        var quick = plan;
        for (var service : Service.values()) {
            quick = quick.with(service, Map.of(SESSION, "6000"));
        }
        return quick.with(
                Service.NOTIFICATION,
                Map.of(
                        SESSION,
                        "6000",
                        "tocsin.notification.sending.lease",
                        "3s",
                        "tocsin.notification.sending.doubt",
                        "3s"));
    }

    private static java.nio.file.Path newFolder() {
        try {
            return Files.createTempDirectory("tocsin-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
