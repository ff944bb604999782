package org.tocsin.platform.outbox;

import org.apache.avro.specific.SpecificRecord;

/** The way out: events that leave for Kafka once the current transaction has committed, in order for each key. */
public interface Outbox {

    /**
     * Stores an event beside the state it tells of. The topic is the schema's {@code topic} property, the aggregate's
     * version its {@code version} field.
     *
     * @param key the aggregate's id; records of one key keep their order
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void add(Object key, SpecificRecord event);
}
