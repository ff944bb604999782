package org.tocsin.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.tocsin.embedded.ChildProcess;
import org.tocsin.embedded.LogTail;
import org.tocsin.embedded.PeerFailed;

/** What {@code ./dev} starts. */
final class Main {
    private static final String USAGE = "usage: ./dev [--fresh] [demo [--recall]]";
    private static final List<String> WORDS = List.of("--fresh", "demo", "--recall");
    private static final long WATCH_MILLIS = 500;

    /** A strong reference, so that the level stays. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final Places places =
            Places.at(Places.findCheckout(), Places.findCheckout().resolve(".local"));
    private final Progress progress = Progress.to(System.out);
    private volatile boolean stopping;

    private Main() {}

    public static void main(String[] arguments) {
        TOMCAT.setLevel(Level.WARNING);
        LoggerFactory.getILoggerFactory(); // several threads would otherwise meet in its start, and it says so
        System.exit(new Main().run(List.of(arguments)));
    }

    private int run(List<String> words) {
        if (!WORDS.containsAll(words) || words.contains("--recall") && !words.contains("demo")) {
            System.err.println(USAGE);
            return 2;
        }
        try {
            @Nullable RunningStack claim = RunningStack.claim(places).orElse(null);
            if (claim == null) {
                return useTheOneThatIsUp(words);
            }
            try (claim) {
                return start(claim, words);
            }
        } catch (PeerFailed | DemoFailed | IllegalArgumentException e) {
            return stopping ? 0 : complain(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return complain("The data folder could not be released: " + e.getMessage());
        }
    }

    private int useTheOneThatIsUp(List<String> words) {
        var ports = RunningStack.ports(places);
        if (ports.isEmpty()) {
            return complain("The stack of this checkout is starting or stopping in another terminal.");
        }
        if (!words.contains("demo") || words.contains("--fresh")) {
            return complain("The stack of this checkout is up in another terminal; stop it there first.");
        }
        demo(new FrontDoors(ports.get()), words);
        return 0;
    }

    private int start(RunningStack claim, List<String> words) {
        claim.isDown();
        if (words.contains("--fresh")) {
            places.clear();
        }
        var plan = new Plan(places.data(), Ports.from(System.getenv()), Map.of(), progress);
        try (var stack = LocalStack.of(plan)) {
            // Ctrl-C and SIGTERM come in here, whatever we are at; what we are at then fails, which is nobody's
            // concern.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopping = true;
                claim.isDown();
                stack.close();
            }));
            stack.start();
            claim.isUpOn(plan.ports());
            if (words.contains("demo")) {
                demo(stack.doors(), words);
                System.out.println("The stack stops now. Start ./dev first to keep it, and the messages, for reading.");
                return 0;
            }
            System.out.print(Doors.text(plan.ports()));
            System.out.println("Ctrl-C stops everything; the data stays in .local, ./dev --fresh starts empty.");
            return watch(stack);
        }
    }

    private void demo(FrontDoors doors, List<String> words) {
        var appealId = new Demo(doors, progress).run();
        if (words.contains("--recall")) {
            new RecallDemo(doors, progress).run(appealId);
        }
    }

    private int watch(LocalStack stack) {
        while (true) {
            var fallen = stack.fallen();
            if (stopping) {
                return 0;
            }
            if (fallen.isPresent()) {
                return complain(obituary(fallen.get()));
            }
            try {
                Thread.sleep(WATCH_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    private static String obituary(ChildProcess fallen) {
        return "%s ended by itself (exit code %d), so everything stops. The end of its log, %s:%n%s"
                .formatted(fallen.name(), fallen.exitCode(), fallen.log(), LogTail.of(fallen));
    }

    private static int complain(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
