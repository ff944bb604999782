package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tocsin.notification.channel.ChannelType;

/** Wakes the senders. However many signals come while one is busy, it looks once more. */
@Component
class DueSignal {

    private final Map<ChannelType, Semaphore> signals = new EnumMap<>(ChannelType.class);

    DueSignal() {
        for (var channel : ChannelType.values()) {
            signals.put(channel, new Semaphore(0));
        }
    }

    /** Once the current transaction has committed: before that, nobody could see the rows. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    void now() {
        signals.values().forEach(Semaphore::release);
    }

    /** Returns at the next signal, or when the time is over. */
    void await(ChannelType channel, Duration longest) throws InterruptedException {
        var signal = signals.get(channel);
        if (signal != null && signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }
}
