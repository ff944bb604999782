package org.tocsin.alert.clause;

/** What was done to the defender. Codes and words of each are data: {@link ViolationVocabulary}. */
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
