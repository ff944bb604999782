package org.tocsin.notification.channel;

import org.tocsin.platform.language.Language;

/**
 * What many recipients share: written once for a language and content class, sent to all who get it. Text and HTML hold
 * {@link #PAGE_LINK} where each recipient's own link goes.
 *
 * <p>Compared by identity, so that a channel can keep the encoded form of one it has met.
 */
public final class MailContent implements Content {

    /** Stands for the address of the recipient's own page: a private character, which no text can contain. */
    public static final String PAGE_LINK = "\uE010";

    private final Language language;
    private final String subject;
    private final String text;
    private final String html;

    public MailContent(Language language, String subject, String text, String html) {
        this.language = language;
        this.subject = HeaderText.check("subject", subject);
        this.text = text;
        this.html = html;
    }

    public Language language() {
        return language;
    }

    public String subject() {
        return subject;
    }

    /** Lines end in {@code \n}. */
    public String text() {
        return text;
    }

    public String html() {
        return html;
    }

    /** The text as one recipient sees it. */
    public String textFor(RecipientLinks links) {
        return text.replace(PAGE_LINK, links.page().toString());
    }

    /** The HTML as one recipient sees it. */
    public String htmlFor(RecipientLinks links) {
        return html.replace(PAGE_LINK, links.page().toString());
    }

    @Override
    public String toString() {
        return "MailContent[" + language + "]";
    }
}
