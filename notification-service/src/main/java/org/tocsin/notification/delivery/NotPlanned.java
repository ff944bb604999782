package org.tocsin.notification.delivery;

/** Nothing is planned for this appeal. */
public final class NotPlanned extends RuntimeException {

    NotPlanned() {
        super("Nothing is planned for this appeal");
    }
}
