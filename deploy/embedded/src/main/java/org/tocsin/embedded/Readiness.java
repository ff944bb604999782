package org.tocsin.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a process answers, and says at once when it has ended instead. */
public final class Readiness {
    private static final long STEP_MILLIS = 50;

    private Readiness() {}

    public static void await(ChildProcess process, Duration patience, BooleanSupplier ready) {
        var end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new PeerFailed("%s ended while it started. The end of its log, %s:%n%s"
                        .formatted(process.name(), process.log(), LogTail.of(process)));
            }
            if (System.nanoTime() - end > 0) {
                throw new PeerFailed("%s was not ready after %d s; its log is %s"
                        .formatted(process.name(), patience.toSeconds(), process.log()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerFailed("interrupted while waiting for a process");
        }
    }
}
