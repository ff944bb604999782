package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends our processes when this JVM ends, in whatever way it ends. A shell reads our pipe: while we live it learns which
 * processes there are, and when the pipe closes it stops them, first politely, after ten seconds for good.
 */
final class Guard {
    /** What asks a process to end in good order; PostgreSQL hears INT as "now", and TERM as "when all clients have left". */
    enum Farewell {
        TERM,
        INT
    }

    private static @Nullable OutputStream pipe;

    private Guard() {}

    static synchronized void watch(ProcessHandle process, Farewell farewell) {
        tell("watch %d %s%n".formatted(process.pid(), farewell));
    }

    static synchronized void forget(ProcessHandle process) {
        tell("forget %d -%n".formatted(process.pid()));
    }

    private static void tell(String line) {
        try {
            if (pipe == null) {
                pipe = start();
            }
            pipe.write(line.getBytes(US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the guard of the processes is gone", e);
        }
    }

    private static OutputStream start() throws IOException {
        try (InputStream script = Guard.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IllegalStateException("guard.sh is not on the class path");
            }
            return new ProcessBuilder("sh", "-c", new String(script.readAllBytes(), US_ASCII))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        }
    }
}
