package org.tocsin.platform.inbox;

import java.time.Duration;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.ExtendedConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to a record that fails. What may heal is tried for ever and holds its partition; all else goes to the
 * quarantine at once. If that cannot be written, the record is handed over again: the offset never moves past a record
 * that is neither done nor kept. The binder's own retry and dead letters lose records, so they are off.
 */
class QuarantiningCustomizer implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantiningCustomizer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofSeconds(1); // also how late the end of a pause may be noticed

    private final Quarantine quarantine;
    private final PartitionPause pause;

    QuarantiningCustomizer(Quarantine quarantine, PartitionPause pause) {
        this.quarantine = quarantine;
        this.pause = pause;
    }

    @Override
    public boolean retryAndDlqInBinding(String destinationName, String group) {
        return false;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetters,
            @Nullable BackOff backOff) {
        throw new IllegalStateException("the binder is expected to tell the binding's name");
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetters,
            @Nullable BackOff backOff,
            ExtendedConsumerProperties<KafkaConsumerProperties> binding) {
        var consumer = Bindings.consumerOf(binding.getBindingName());
        container.getContainerProperties().setPollTimeout(POLL.toMillis());
        container.setCommonErrorHandler(errorHandler(consumer, container));
    }

    private DefaultErrorHandler errorHandler(String consumer, AbstractMessageListenerContainer<?, ?> container) {
        var handler = new FailedRecordHandler(
                (record, exception) -> keep(consumer, container, record, exception), forEver(), pause.handler());
        handler.setRetryListeners(new Log(consumer));
        return handler;
    }

    private void keep(
            String consumer,
            AbstractMessageListenerContainer<?, ?> container,
            ConsumerRecord<?, ?> record,
            @Nullable Exception exception) {
        try {
            quarantine.keep(consumer, record, Healing.reasonOf(exception), Healing.kindOf(exception));
        } catch (RuntimeException e) {
            pause.pause(container, new TopicPartition(record.topic(), record.partition()), LONGEST_PAUSE);
            throw e;
        }
    }

    private static BackOff forEver() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_PAUSE.toMillis());
        return backOff;
    }

    /** Speaks at the first failure and then now and then, so that an outage of hours does not fill the disk. */
    private record Log(String consumer) implements RetryListener {

        private static final int NOW_AND_THEN = 100;

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception exception, int attempt) {
            if (Healing.mayHeal(exception) && (attempt == 1 || attempt % NOW_AND_THEN == 0)) {
                LOG.warn("{} waits at {}: {}", consumer, position(record), Healing.kindOf(exception));
            }
        }

        @Override
        public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception exception) {
            LOG.error(
                    "{} put {} into the quarantine: {}, {}",
                    consumer,
                    position(record),
                    Healing.reasonOf(exception),
                    Healing.kindOf(exception));
        }

        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> record, @Nullable Exception original, Exception failure) {
            LOG.error("{} cannot write {} to the quarantine: {}", consumer, position(record), Healing.kindOf(failure));
        }

        private static String position(ConsumerRecord<?, ?> record) {
            return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        }
    }
}
