package org.tocsin.notification.channel;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * The links that only one recipient has. Never shown in a log: who holds them can answer for the recipient.
 *
 * @param page the recipient's own page: acknowledge, preferences
 * @param unsubscribe takes the one-click POST of RFC 8058
 */
public record RecipientLinks(URI page, URI unsubscribe) {

    /** Means the same in text, in HTML and in a header, so that filling a slot needs no escaping. */
    private static final Pattern PLAIN = Pattern.compile("https?://[A-Za-z0-9._~:/?#=%\\[\\]-]+");

    public RecipientLinks {
        if (!PLAIN.matcher(page.toString()).matches()
                || !PLAIN.matcher(unsubscribe.toString()).matches()) {
            throw new IllegalArgumentException("links: not plain (expected: http or https without & and quotes)");
        }
    }

    @Override
    public String toString() {
        return "RecipientLinks";
    }
}
