package org.tocsin.alert.clause;

/** How fast the network is asked to act. */
public enum Urgency {
    LIFE_AT_RISK,
    URGENT,
    NORMAL
}
