package org.tocsin.alert.clause;

/** How certain the facts are (HURIDOCS list 41). Only what is confirmed is stated as a fact. */
public enum Certainty {
    CONFIRMED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN;

    /** How a sentence about such facts speaks; nothing weaker than POSSIBLE has words of its own. */
    Certainty spoken() {
        return switch (this) {
            case CONFIRMED, LIKELY, POSSIBLE -> this;
            case UNLIKELY, UNKNOWN -> POSSIBLE;
        };
    }
}
