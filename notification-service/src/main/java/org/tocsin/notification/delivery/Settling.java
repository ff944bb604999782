package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.platform.observability.Places;

/**
 * Collects answers from a channel's threads and writes them in batches, so that no commit is made per recipient and a
 * crash forgets at most one batch. An answer the database does not take now is kept and written later.
 */
final class Settling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SettleDeliveries settle;
    private final FanOutId fanOut;
    private final Claim claim;
    private final int batchSize;
    private List<Delivery> waiting = new ArrayList<>();

    Settling(SettleDeliveries settle, FanOutId fanOut, Claim claim, int batchSize) {
        this.settle = settle;
        this.fanOut = fanOut;
        this.claim = claim;
        this.batchSize = batchSize;
    }

    void add(Delivery answer) {
        if (keep(List.of(answer)) >= batchSize) {
            flush();
        }
    }

    /** Writes what there is; false if the database does not take it now. */
    boolean flush() {
        var batch = take();
        if (batch.isEmpty()) {
            return true;
        }
        try {
            settle.handle(fanOut, claim.lease(), batch);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} answers of appeal {} wait to be written: {}", batch.size(), fanOut.appealId(), Places.of(e));
            keep(batch);
            return false;
        }
    }

    /** Returns when all is written; giving up would send again what was handed over. */
    @Override
    public void close() {
        while (!flush() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized int keep(List<Delivery> answers) {
        waiting.addAll(answers);
        return waiting.size();
    }

    private synchronized List<Delivery> take() {
        var batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }
}
