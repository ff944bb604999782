package org.tocsin.intake.verification;

/** How certain the facts are (HURIDOCS list 41). */
enum Certainty {
    CONFIRMED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN;

    /** Whether an appeal may stand on it; its text then says how certain we are. */
    boolean carriesAnAppeal() {
        return switch (this) {
            case CONFIRMED, LIKELY, POSSIBLE -> true;
            case UNLIKELY, UNKNOWN -> false;
        };
    }
}
