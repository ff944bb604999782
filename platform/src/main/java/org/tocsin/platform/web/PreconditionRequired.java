package org.tocsin.platform.web;

/** The caller did not say which version it has seen: 428. */
public final class PreconditionRequired extends RuntimeException {

    public PreconditionRequired() {
        super("If-Match is missing");
    }
}
