package org.tocsin.alert.clause;

/** How much of a date is known. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    ESTIMATE
}
