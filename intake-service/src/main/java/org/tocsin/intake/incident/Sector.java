package org.tocsin.intake.incident;

/** The field in which a person defends rights. */
public enum Sector {
    LAWYER,
    JOURNALIST,
    TRADE_UNIONIST,
    LAND_ENVIRONMENT,
    WOMENS_RIGHTS,
    LGBTQIA,
    INDIGENOUS,
    MIGRANTS,
    ESCR,
    ANTI_CORRUPTION,
    ELECTION,
    OTHER
}
