package org.tocsin.intake.consent;

/** Who may read what a person agreed to. */
public enum Audience {
    MEMBERS,
    AUTHORITIES,
    MECHANISMS,
    SPONSORS,
    PUBLIC
}
