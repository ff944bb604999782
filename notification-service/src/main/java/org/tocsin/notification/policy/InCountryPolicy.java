package org.tocsin.notification.policy;

/** What a member asked to be sent about its own country, or about a case its country's authorities are hostile to. */
public enum InCountryPolicy {
    /** As for any other member. */
    FULL,
    /** "A message is waiting", by e-mail only. */
    BLIND,
    NONE
}
