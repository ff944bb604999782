package org.tocsin.alert.clause;

/** The field in which a person defends rights; describes the person when the name is withheld. */
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
    OTHER,
    UNKNOWN
}
