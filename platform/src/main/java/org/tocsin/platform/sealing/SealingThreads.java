package org.tocsin.platform.sealing;

import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few threads that stay, for whatever draws random numbers through Tink: it keeps a generator for each thread, and makes one
 * by searching every jar in vain for a library. That search is dearer than the sealing, so it is made before work comes in.
 */
public final class SealingThreads {

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("sealing-", 1).daemon().factory());

    private SealingThreads() {}

    /** Pure computation; must not wait for anything. */
    public interface Drawing<T> {
        T draw() throws GeneralSecurityException;
    }

    /** Returns what the work came to, on the caller's thread. */
    public static <T> T call(Drawing<T> work) throws GeneralSecurityException {
        return result(THREADS.submit(work::draw));
    }

    private static <T> T result(Future<T> drawing) throws GeneralSecurityException {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return drawing.get();
                } catch (InterruptedException e) {
                    interrupted = true; // it takes microseconds: end it, then pass the interruption on
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GeneralSecurityException unusable) {
                throw unusable;
            }
            throw new IllegalStateException("sealing failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
