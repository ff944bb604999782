package org.tocsin.platform.inbox;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Decides anew at each failure of a record. The framework would stay with what it decided at the first one, unless the
 * kind of exception changes: a record that waited for the registry and then turned out to be poison would be tried for
 * ever. So every failure is given one of two kinds.
 */
class FailedRecordHandler extends DefaultErrorHandler {

    FailedRecordHandler(ConsumerRecordRecoverer quarantine, BackOff forEver, BackOffHandler pause) {
        super(quarantine, forEver, pause);
        setBackOffFunction((record, failure) -> failure instanceof MayHeal ? forEver : new FixedBackOff(0, 0));
        setLogLevel(KafkaException.Level.DEBUG); // a retry listener says it once, and without content
    }

    @Override
    public void handleRemaining(
            Exception thrown,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        var failure = Healing.mayHeal(thrown) ? new MayHeal(thrown) : new Hopeless(thrown);
        super.handleRemaining(failure, records, consumer, container);
    }

    private static final class MayHeal extends RuntimeException {
        MayHeal(Throwable cause) {
            super(cause);
        }
    }

    private static final class Hopeless extends RuntimeException {
        Hopeless(Throwable cause) {
            super(cause);
        }
    }
}
