package org.tocsin.notification.delivery;

/** How far an appeal has reached a member: the first of these that applies over the member's rows. */
enum MemberClass {
    ACKNOWLEDGED,
    DELIVERED,
    HANDED_OVER,
    PENDING,
    SCHEDULED,
    UNKNOWN,
    FAILED,
    BLOCKED
}
