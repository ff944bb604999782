package org.tocsin.notification.delivery;

/** Where a delivery row stands. */
public enum DeliveryStatus {
    PLANNED,
    /** Waits for the contact's morning. */
    SCHEDULED,
    /** Claimed by a sender; may leave at any moment. */
    SENDING,
    /** The far side may recover; tried again when due. */
    DEFERRED,
    /** The far side took it. */
    ACCEPTED,
    /** It may have gone out: no reply came, or the sender died. */
    IN_DOUBT,
    /** A receipt proves it. */
    DELIVERED,
    /** No proof possible any more. */
    UNKNOWN,
    BOUNCED,
    FAILED,
    /** Never to be sent, as decided when it was planned. */
    BLOCKED,
    CANCELLED
}
