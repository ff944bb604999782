package org.tocsin.alert.appeal;

/** Who may read an appeal. */
enum Audience {
    /** Restricted: the members only; the reference comes from a series of its own. */
    MEMBERS,
    PUBLIC
}
