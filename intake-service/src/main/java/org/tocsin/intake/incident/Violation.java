package org.tocsin.intake.incident;

/** What was done to the defender. */
public enum Violation {
    THREAT,
    DEATH_THREAT,
    INTIMIDATION,
    SMEAR,
    HARASSMENT,
    JUDICIAL_HARASSMENT,
    ARB_ARREST,
    ARB_DETENTION,
    ILL_TREATMENT,
    TORTURE,
    KILLING,
    ATTEMPTED_KILLING,
    ENF_DISAPPEARANCE,
    ABDUCTION,
    SURVEILLANCE,
    RAID,
    TRAVEL_BAN,
    ASSOC_RESTRICTION,
    SEXUAL_VIOLENCE,
    REPRISAL,
    IMPUNITY
}
