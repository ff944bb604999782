package org.tocsin.local;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.tocsin.embedded.PeerFailed;

/** Does several things at once and returns when all of them are done; the first failure is thrown then. */
final class Parallel {
    private Parallel() {}

    static void run(Runnable... steps) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = Arrays.stream(steps).map(threads::submit).toList();
            for (var step : running) {
                step.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PeerFailed failed) {
                throw failed;
            }
            throw new IllegalStateException("a part of the stack could not start or stop", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerFailed("interrupted");
        }
    }
}
