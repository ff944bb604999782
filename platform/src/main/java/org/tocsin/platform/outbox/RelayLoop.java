package org.tocsin.platform.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread that runs the relay: after each commit, and by the clock in case a wake-up is lost. */
class RelayLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final Duration CLEANING_INTERVAL = Duration.ofHours(1);
    private static final int CLEANING_BATCH = 5_000;

    private final OutboxRelay relay;
    private final OutboxTable table;
    private final WakeUp wakeUp;
    private final OutboxProperties settings;
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private Duration pause = Duration.ZERO;
    private long cleanedAt = System.nanoTime();

    RelayLoop(OutboxRelay relay, OutboxTable table, WakeUp wakeUp, OutboxProperties settings) {
        this.relay = relay;
        this.table = table;
        this.wakeUp = wakeUp;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.signal();
        var current = thread;
        if (current != null) {
            try {
                current.join(Publisher.LONGEST_WAIT); // a batch under way ends by itself
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        try {
            while (running) {
                switch (pass()) {
                    case IDLE -> wakeUp.await(settings.poll());
                    case PUBLISHED -> Thread.sleep(settings.gather()); // the next ones share a transaction
                    case FULL -> {}
                }
                if (pause.isPositive()) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutboxRelay.Pass pass() {
        try {
            cleanNowAndThen();
            var pass = relay.run();
            recovered();
            return pass;
        } catch (Throwable e) { // an Error as well: nobody else would start this thread again
            failed(e);
            return OutboxRelay.Pass.IDLE;
        }
    }

    /** Logs the first failure only, with its cause; until it heals the depth and age of the outbox tell the rest. */
    private void failed(Throwable cause) {
        if (pause.isZero()) {
            LOG.warn("events wait in the outbox: {}", causes(cause));
            LOG.debug("why events wait", cause);
        }
        var next = pause.isZero() ? settings.poll() : pause.multipliedBy(2);
        pause = next.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : next;
    }

    private void recovered() {
        if (pause.isPositive()) {
            pause = Duration.ZERO;
            LOG.info("events leave the outbox again");
        }
    }

    private void cleanNowAndThen() {
        if (System.nanoTime() - cleanedAt > CLEANING_INTERVAL.toNanos()
                && table.deletePublishedBefore(settings.keep(), CLEANING_BATCH) < CLEANING_BATCH) {
            cleanedAt = System.nanoTime();
        }
    }

    /** Kinds and own texts of the causes; none of them quotes an event. */
    private static String causes(Throwable thrown) {
        var text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(cause.getClass().getSimpleName());
        }
        return text.toString();
    }
}
