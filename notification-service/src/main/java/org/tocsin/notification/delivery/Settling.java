package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.platform.observability.Places;

/**
 * Collects answers from a channel's threads and writes them in batches, so that no commit is made per recipient. One batch
 * is written at a time, and whoever fills the next one meanwhile waits: a crash forgets at most two. An answer the database
 * does not take now is kept and written later.
 */
final class Settling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SettleDeliveries settle;
    private final FanOutId fanOut;
    private final Claim claim;
    private final int batchSize;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Delivery> waiting = new ArrayList<>();

    Settling(SettleDeliveries settle, FanOutId fanOut, Claim claim, int batchSize) {
        this.settle = settle;
        this.fanOut = fanOut;
        this.claim = claim;
        this.batchSize = batchSize;
    }

    void add(Delivery answer) {
        keep(List.of(answer));
        if (isFull()) {
            writing.lock();
            try {
                if (isFull()) {
                    write(take());
                }
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes what there is; false if the database does not take it now. */
    boolean flush() {
        writing.lock();
        try {
            for (var batch = take(); !batch.isEmpty(); batch = take()) {
                if (!write(batch)) {
                    return false;
                }
            }
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean write(List<Delivery> batch) {
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

    private synchronized void keep(List<Delivery> answers) {
        waiting.addAll(answers);
    }

    private synchronized boolean isFull() {
        return waiting.size() >= batchSize;
    }

    /** The oldest, at most a batch. */
    private synchronized List<Delivery> take() {
        var batch = waiting.subList(0, Math.min(batchSize, waiting.size()));
        var taken = List.copyOf(batch);
        batch.clear();
        return taken;
    }
}
