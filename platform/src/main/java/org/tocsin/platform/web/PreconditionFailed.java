package org.tocsin.platform.web;

/** The caller's version of the thing is not the current one: 412. */
public final class PreconditionFailed extends RuntimeException {

    public PreconditionFailed() {
        super("the version in If-Match is not the current one");
    }
}
