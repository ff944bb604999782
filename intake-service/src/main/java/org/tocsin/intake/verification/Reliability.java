package org.tocsin.intake.verification;

/** How reliable the source is (HURIDOCS list 42). */
enum Reliability {
    HIGHLY_RELIABLE,
    RELIABLE,
    UNRELIABLE,
    HIGHLY_UNRELIABLE,
    UNKNOWN
}
