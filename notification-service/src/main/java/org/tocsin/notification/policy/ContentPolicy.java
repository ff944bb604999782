package org.tocsin.notification.policy;

/** What a member asked to be sent. */
public enum ContentPolicy {
    FULL,
    REDACTED,
    LINK_ONLY,
    BLIND
}
