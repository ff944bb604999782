package org.tocsin.notification.rendering;

import java.time.Duration;

/** How fast a member has to act. */
public enum Urgency {
    LIFE_AT_RISK(Duration.ofDays(2)),
    URGENT(Duration.ofDays(7)),
    NORMAL(Duration.ofDays(14));

    private final Duration timeToAct;

    Urgency(Duration timeToAct) {
        this.timeToAct = timeToAct;
    }

    /** From the day of issue to the day until which members are asked to act. */
    public Duration timeToAct() {
        return timeToAct;
    }
}
