package org.tocsin.platform.sealing;

import org.tocsin.platform.inbox.NotNow;

/** The service that keeps the keys does not answer. */
public final class KeyUnavailable extends NotNow {

    public KeyUnavailable(Throwable cause) {
        super("data keys", cause);
    }
}
