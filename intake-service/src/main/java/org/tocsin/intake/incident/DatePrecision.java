package org.tocsin.intake.incident;

/** How exactly the first day is known. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    ESTIMATE
}
