package org.tocsin.platform.inbox;

import org.springframework.messaging.Message;

/** Makes a consumer idempotent and keeps the order of each key, a quarantine in between included. */
public interface Inbox {

    /**
     * Runs the work in one transaction with the record that the event was met, so that it takes effect once however
     * often Kafka hands the event over. The work is not run for an event already met, for an aggregate version lower
     * than one already acted on, or while an earlier record of the same key waits in the quarantine; in the last case
     * the record queues behind it.
     *
     * @param consumer the function bean's name
     * @param message as the binder handed it over
     */
    void once(String consumer, Message<byte[]> message, Runnable work);
}
