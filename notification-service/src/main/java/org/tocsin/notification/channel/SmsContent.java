package org.tocsin.notification.channel;

import java.net.URI;
import java.util.function.Function;

/** What the recipients of one language and content class get by SMS; only the link differs. */
public final class SmsContent implements Content {

    private final Function<URI, SmsText> text;

    /** @param text the whole message for the address of a recipient's own page */
    public SmsContent(Function<URI, SmsText> text) {
        this.text = text;
    }

    /** The text as one recipient sees it. */
    public SmsText textFor(RecipientLinks links) {
        return text.apply(links.page());
    }
}
