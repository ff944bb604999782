package org.tocsin.platform.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/** A consumer that died takes the service with it: whoever runs the service starts it anew, and nothing goes unread. */
class ConsumerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerWatch.class);

    private final ApplicationContext context;
    private final Runnable exit;

    ConsumerWatch(ApplicationContext context, Runnable exit) {
        this.context = context;
        this.exit = exit;
    }

    @EventListener
    void on(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            LOG.error("a consumer stopped: {}; the service ends", stopped.getReason());
            AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
            Thread.ofPlatform().name("exit").start(exit); // not on the consumer's own thread, which is waited for
        }
    }
}
