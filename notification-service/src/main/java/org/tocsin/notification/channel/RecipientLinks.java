package org.tocsin.notification.channel;

import java.net.URI;

/**
 * The links that only one recipient has. Never shown in a log: who holds them can answer for the recipient.
 *
 * @param page the recipient's own page: acknowledge, preferences
 * @param unsubscribe takes the one-click POST of RFC 8058
 */
public record RecipientLinks(URI page, URI unsubscribe) {
    @Override
    public String toString() {
        return "RecipientLinks";
    }
}
