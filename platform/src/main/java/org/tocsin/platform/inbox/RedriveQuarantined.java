package org.tocsin.platform.inbox;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.tocsin.platform.inbox.Decisions.Decision;

/**
 * An operator has a quarantined record tried again. Whatever waits of the same key is tried as well, in the order in
 * which it came, up to the first that fails.
 */
class RedriveQuarantined {

    private final Quarantine quarantine;
    private final BeanFactory beans;
    private final Decisions decisions;

    RedriveQuarantined(Quarantine quarantine, BeanFactory beans, Decisions decisions) {
        this.quarantine = quarantine;
        this.decisions = decisions;
        this.beans = beans;
    }

    /** What came of it. */
    sealed interface Result {
        record NotFound() implements Result {}

        /** Nothing of the key waits any more. */
        record Done(int redriven) implements Result {}

        /** One failed again; it and those behind it wait. */
        record StillWaiting(int redriven, UUID at, PoisonRecord.Reason reason) implements Result {}

        /** Something the service needs does not answer; nothing was decided about the record. */
        record NotNow(int redriven) implements Result {}
    }

    Result handle(UUID id, String operator) {
        var asked = quarantine.find(id);
        if (asked.isEmpty()) {
            return new Result.NotFound();
        }
        decisions.decided(operator, Decision.QUARANTINE_REDRIVEN, id);
        return redriveKeyOf(asked.get());
    }

    private Result redriveKeyOf(QuarantinedRecord asked) {
        var redriven = 0;
        for (var next = quarantine.firstLike(asked); next.isPresent(); next = quarantine.firstLike(asked)) {
            var record = next.get();
            var failure = attempt(record);
            if (failure.isEmpty()) {
                quarantine.redriven(record);
                redriven++;
            } else if (Healing.mayHeal(failure.get())) {
                return new Result.NotNow(redriven);
            } else {
                var reason = Healing.reasonOf(failure.get());
                quarantine.failedAgain(record, reason, Healing.kindOf(failure.get()));
                return new Result.StillWaiting(redriven, record.id(), reason);
            }
        }
        return new Result.Done(redriven);
    }

    private Optional<RuntimeException> attempt(QuarantinedRecord record) {
        try {
            consumer(record.consumer()).accept(message(record));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    @SuppressWarnings("unchecked") // the name is that of a function bean
    private Consumer<Message<byte[]>> consumer(String name) {
        return (Consumer<Message<byte[]>>) beans.getBean(name, Consumer.class);
    }

    private static Message<byte[]> message(QuarantinedRecord record) {
        var value = record.value() == null ? new byte[0] : record.value();
        return MessageBuilder.withPayload(value)
                .copyHeaders(record.headers())
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, record.topic())
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, record.partition())
                .setHeader(KafkaHeaders.OFFSET, record.offset())
                .setHeader(KafkaHeaders.RECEIVED_KEY, record.key())
                .build();
    }
}
