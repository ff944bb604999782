package org.tocsin.alert.clause;

/** How reliable the source is (HURIDOCS list 42). */
public enum Reliability {
    HIGHLY_RELIABLE,
    RELIABLE,
    UNRELIABLE,
    HIGHLY_UNRELIABLE,
    UNKNOWN
}
