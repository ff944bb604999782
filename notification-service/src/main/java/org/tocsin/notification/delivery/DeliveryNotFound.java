package org.tocsin.notification.delivery;

/** The appeal has no such delivery. */
public final class DeliveryNotFound extends RuntimeException {

    DeliveryNotFound() {
        super("The appeal has no such delivery");
    }
}
