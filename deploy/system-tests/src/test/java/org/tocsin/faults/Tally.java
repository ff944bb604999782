package org.tocsin.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** How often conversations came to a point; nobody is stopped. */
public final class Tally {
    private final Point point;
    private final AtomicInteger times = new AtomicInteger();

    Tally(Point point) {
        this.point = point;
    }

    public int times() {
        return times.get();
    }

    void look(Point here) {
        if (point.isMet(here)) {
            times.incrementAndGet();
        }
    }
}
