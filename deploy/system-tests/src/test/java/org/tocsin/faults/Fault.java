package org.tocsin.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One conversation, stopped once at one point until the test lets it go on or cuts it. */
public final class Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Point point;
    private final AtomicInteger before;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>();

    private Fault(Point point, int before) {
        this.point = point;
        this.before = new AtomicInteger(before);
    }

    public static Fault at(Point point) {
        return new Fault(point, 0);
    }

    /** Lets the point pass so many times first. */
    public static Fault after(int times, Point point) {
        return new Fault(point, times);
    }

    /** Returns once a conversation stands at the point. */
    public void awaitReached() {
        try {
            reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("nobody came to " + point, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What was held goes on its way. */
    public void goOn() {
        goesOn.complete(true);
    }

    /** What was held never arrives, and both ends lose the connection. */
    public void cut() {
        goesOn.complete(false);
    }

    boolean isAt(Point here) {
        return !reached.isDone() && point.isMet(here) && before.getAndDecrement() == 0;
    }

    void hold() throws IOException {
        reached.complete(null);
        if (!goesOn.join()) {
            throw new IOException("cut at " + point);
        }
    }
}
