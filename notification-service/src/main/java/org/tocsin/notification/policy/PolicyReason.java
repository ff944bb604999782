package org.tocsin.notification.policy;

/** Why a message shows what it shows, or is not sent: one word for each row of the table. */
public enum PolicyReason {
    PUBLIC_FULL,
    PUBLIC_REDACTED,
    PUBLIC_LINK_ONLY,
    /** An SMS is read by its carriers. */
    PUBLIC_BY_SMS,
    RESTRICTED_FULL_ENCRYPTED,
    RESTRICTED_REDACTED_ENCRYPTED,
    /** The appeal is for members, the e-mail would travel in clear. */
    RESTRICTED_IN_CLEAR,
    RESTRICTED_LINK_ONLY,
    RESTRICTED_BY_SMS,
    /** The member asked never to be sent content. */
    MEMBER_BLIND,
    /** The member is where the danger is, and chose to be told only that a message waits. */
    IN_COUNTRY_BLIND,
    /** The same member's phone gets nothing. */
    IN_COUNTRY_NO_SMS,
    /** The member is where the danger is, and chose to be sent nothing. */
    IN_COUNTRY_NONE
}
