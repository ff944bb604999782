package org.tocsin.notification.delivery;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tocsin.platform.observability.Places;

/** Renews the claims of senders at work, and writes their answers when a batch is slow to fill. */
@Component
class LeaseKeeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int RENEWALS = 4;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("leases").daemon().factory());
    private final Deliveries deliveries;
    private final SendingProperties properties;

    LeaseKeeper(Deliveries deliveries, SendingProperties properties) {
        this.deliveries = deliveries;
        this.properties = properties;
    }

    /** Keeps the claim until the handle is closed. */
    Kept keep(UUID lease, Settling settling) {
        var period = properties.lease().dividedBy(RENEWALS).toMillis();
        var renewal = timer.scheduleWithFixedDelay(() -> tick(lease, settling), period, period, TimeUnit.MILLISECONDS);
        return () -> renewal.cancel(false);
    }

    /** A claim being renewed. */
    interface Kept extends AutoCloseable {
        @Override
        void close();
    }

    private void tick(UUID lease, Settling settling) {
        try {
            deliveries.renew(lease, properties.lease()); // first: a flush may wait for another writer
            settling.flush();
        } catch (RuntimeException e) {
            LOG.warn("a claim could not be renewed: {}", Places.of(e));
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
