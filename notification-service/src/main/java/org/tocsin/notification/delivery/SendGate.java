package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.platform.observability.Places;

/**
 * Whether a batch under way may go on: until another word stands on its appeal. Asked before every message, looked up
 * every now and then, so that a hold acts at once however long the batch is.
 */
final class SendGate implements BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(SendGate.class);

    private final Stops stops;
    private final UUID appealId;
    private final Duration look;
    private final Optional<Stop> standing;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile boolean open = true;
    private volatile long lookedAt = System.nanoTime();

    SendGate(Stops stops, UUID appealId, Duration look) {
        this.stops = stops;
        this.appealId = appealId;
        this.look = look;
        this.standing = stops.of(appealId);
    }

    @Override
    public boolean getAsBoolean() {
        if (open && System.nanoTime() - lookedAt >= look.toNanos() && looking.tryLock()) {
            try {
                open = isOpen();
                lookedAt = System.nanoTime();
            } finally {
                looking.unlock();
            }
        }
        return open;
    }

    /** Nothing leaves while nobody can say whether it may. */
    private boolean isOpen() {
        try {
            return stops.of(appealId).equals(standing);
        } catch (RuntimeException e) {
            LOG.warn("a batch of appeal {} is put back: {}", appealId, Places.of(e));
            return false;
        }
    }
}
