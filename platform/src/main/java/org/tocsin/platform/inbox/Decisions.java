package org.tocsin.platform.inbox;

import java.util.UUID;

/** Told what operators decide about quarantined records, within the transaction of the decision. */
public interface Decisions {

    /** What was decided. */
    enum Decision {
        /** To have a record, and those behind it, tried again. */
        QUARANTINE_REDRIVEN,
        /** To give a record up. */
        QUARANTINE_DISCARDED
    }

    void decided(String operator, Decision decision, UUID recordId);
}
