package org.tocsin.notification.delivery;

/** The delivery is not in a state from which it may be sent again. */
public final class DeliveryNotRetryable extends RuntimeException {

    DeliveryNotRetryable() {
        super("The delivery is not in a state from which it may be sent again");
    }
}
