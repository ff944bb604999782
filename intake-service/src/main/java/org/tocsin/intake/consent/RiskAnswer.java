package org.tocsin.intake.consent;

/** The answer to one of the four questions of risk. */
public enum RiskAnswer {
    NO,
    YES,
    UNKNOWN
}
