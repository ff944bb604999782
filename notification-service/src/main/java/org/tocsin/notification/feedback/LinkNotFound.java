package org.tocsin.notification.feedback;

/** The link is unknown or has expired; nobody is told which. */
public final class LinkNotFound extends RuntimeException {

    LinkNotFound() {
        super("The link is unknown or has expired");
    }
}
