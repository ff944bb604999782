package org.tocsin.intake.vault;

/** There is no such key. */
public final class KeyNotFound extends RuntimeException {

    KeyNotFound() {
        super("no such key");
    }
}
