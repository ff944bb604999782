package org.tocsin.notification.channel;

/** Takes receipts, whatever the order: one may come before the message it tells of is known to be taken. */
public interface Receipts {

    /** Returns once the receipt is stored, so that the far side may forget it; throws if it cannot be now. */
    void take(Receipt receipt);
}
