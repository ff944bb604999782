package org.tocsin.intake.incident;

/** How fast somebody has to act. */
public enum Urgency {
    LIFE_AT_RISK,
    URGENT,
    NORMAL
}
