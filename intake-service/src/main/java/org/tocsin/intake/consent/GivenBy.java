package org.tocsin.intake.consent;

/** Who gave a person's consent. */
public enum GivenBy {
    SELF,
    FAMILY,
    LAWYER,
    ADVANCE_DIRECTIVE
}
