package org.tocsin.platform.inbox;

/**
 * Something this service needs does not answer now: database, registry, keys. The record is tried again for ever and
 * holds its partition; it never goes to the quarantine.
 */
public class NotNow extends RuntimeException {

    /**
     * @param what the thing that does not answer, such as {@code "registry"}; no content
     * @param cause kept for the log
     */
    public NotNow(String what, Throwable cause) {
        super(what, cause);
    }
}
