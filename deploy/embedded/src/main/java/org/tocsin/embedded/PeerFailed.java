package org.tocsin.embedded;

/** A process did not start; the message is for the person who started it. */
public class PeerFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PeerFailed(String message) {
        super(message);
    }
}
