package org.tocsin.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay. However many signals come while it is busy, it looks once more. */
class WakeUp {

    private final Semaphore signals = new Semaphore(0);

    void signal() {
        signals.release();
    }

    /** Returns at the next signal, or when the time is over. */
    void await(Duration longest) throws InterruptedException {
        if (signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            signals.drainPermits();
        }
    }
}
