package org.tocsin.local;

/** The demo cannot go on; the message says at which step and why. */
final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoFailed(String message) {
        super(message);
    }
}
