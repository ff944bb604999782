package org.tocsin.alert.clause;

/** Class of SDG indicator 16.10.1 in which a violation is counted. */
public enum SdgClass {
    KILLING,
    ENFORCED_DISAPPEARANCE,
    TORTURE,
    ARBITRARY_DETENTION,
    KIDNAPPING,
    OTHER_HARMFUL_ACT
}
