package org.tocsin.notification.policy;

/** How much a message shows, from most to least. */
public enum ContentClass {
    /** Everything the consent allows: names, place, story. */
    FULL,
    /** Sentences of the clause library only: descriptions for names, no place below the country, no story. */
    REDACTED,
    /** Reference, country, urgency and a link. */
    NOTICE,
    /** "A message is waiting" and a link. */
    BLIND
}
