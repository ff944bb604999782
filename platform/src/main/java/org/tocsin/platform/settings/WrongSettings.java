package org.tocsin.platform.settings;

/** A setting is missing, unknown or unusable. The message names it and never shows a secret. */
public final class WrongSettings extends RuntimeException {

    public WrongSettings(String message) {
        super(message);
    }

    public WrongSettings(String message, Throwable cause) {
        super(message, cause);
    }
}
