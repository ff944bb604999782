package org.tocsin.intake.vault;

/** The key was destroyed on purpose. */
public final class KeyShredded extends RuntimeException {

    KeyShredded() {
        super("the key was destroyed; what it sealed stays sealed");
    }
}
