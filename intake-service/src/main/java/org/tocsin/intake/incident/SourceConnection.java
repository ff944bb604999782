package org.tocsin.intake.incident;

/** How the person who told us is connected to the victim (HURIDOCS list 19). */
public enum SourceConnection {
    VICTIM,
    WITNESS,
    RELATIVE,
    COLLEAGUE,
    SAME_ORGANISATION,
    LAWYER,
    MEDICAL,
    NGO,
    THIRD_PARTY
}
