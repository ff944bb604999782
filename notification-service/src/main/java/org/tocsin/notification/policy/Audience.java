package org.tocsin.notification.policy;

/** Who may read an appeal, as its subjects consented. */
public enum Audience {
    PUBLIC,
    MEMBERS
}
