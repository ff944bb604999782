package org.tocsin.notification.rendering;

/** How fast a member has to act. */
public enum Urgency {
    LIFE_AT_RISK,
    URGENT,
    NORMAL
}
