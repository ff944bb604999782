package org.tocsin.embedded;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A process of ours: it writes to a log file of its own and does not outlive this JVM. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Anything else would be a setting by accident: most programs here take settings from variables. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final String name;
    private final Process process;
    private final Path log;
    private final Guard.Farewell farewell;

    private ChildProcess(String name, Process process, Path log, Guard.Farewell farewell) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.farewell = farewell;
    }

    /**
     * @param environment what the process is told; of our own it gets only what finds programs, places and language
     * @param log appended to
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        return start(name, command, environment, log, Guard.Farewell.TERM);
    }

    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Guard.Farewell farewell) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(inSessionOfItsOwn(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            var process = builder.start();
            Guard.watch(process.toHandle(), farewell);
            process.getOutputStream().close();
            return new ChildProcess(name, process, log, farewell);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end and waits; one that does not listen is killed. */
    public void stop() {
        if (process.isAlive()) {
            ask(farewell);
            if (!waits(PATIENCE)) {
                process.destroyForcibly();
                waits(PATIENCE);
            }
        }
        Guard.forget(process.toHandle());
    }

    /** As a power cut does it: the process and what it started are gone without a chance to tidy up. */
    public void kill() {
        var descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        waits(PATIENCE);
        descendants.forEach(one -> one.onExit().join());
        Guard.forget(process.toHandle());
    }

    /** How it ended, once it has. */
    public int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        stop();
    }

    /** Ctrl-C is for us alone: we stop the processes, in the order in which they need each other. */
    private static List<String> inSessionOfItsOwn(List<String> command) {
        return Stream.concat(Stream.of("setsid"), command.stream()).toList();
    }

    private void ask(Guard.Farewell signal) {
        if (signal == Guard.Farewell.TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process.pid()).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private boolean waits(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
