package org.tocsin.archive.ledger;

import org.apache.avro.specific.SpecificRecord;

/** Something made of the events for readers; written in the transaction that appends the event. */
public interface Projection {

    /** @param seq the event's number in the ledger */
    void apply(long seq, SpecificRecord event);
}
