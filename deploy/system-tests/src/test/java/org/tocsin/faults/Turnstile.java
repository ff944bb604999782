package org.tocsin.faults;

import java.util.concurrent.Semaphore;

/** Lets conversations past a point as the test allows; the others stand before it, however many they are. */
public final class Turnstile {
    private static final int ENOUGH_FOR_EVER = 1 << 30;

    private final Point point;
    private final Semaphore passes;

    private Turnstile(Point point, int passes) {
        this.point = point;
        this.passes = new Semaphore(passes, true);
    }

    /** Lets so many through before the first has to stand. */
    public static Turnstile at(Point point, int passes) {
        return new Turnstile(point, passes);
    }

    public void letOneMorePass() {
        passes.release();
    }

    /** For good. */
    public void open() {
        passes.release(ENOUGH_FOR_EVER - passes.availablePermits());
    }

    public boolean isSomebodyStanding() {
        return passes.hasQueuedThreads();
    }

    boolean isAt(Point here) {
        return point.isMet(here);
    }

    void pass() {
        passes.acquireUninterruptibly();
    }
}
