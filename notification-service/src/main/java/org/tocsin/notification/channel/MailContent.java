package org.tocsin.notification.channel;

import org.tocsin.platform.language.Language;

/**
 * What many recipients share: written once for a language and content class, sent to all who get it. Text and HTML hold
 * {@link #PAGE_LINK} where each recipient's own link goes.
 *
 * <p>Compared by identity, so that a channel can keep the encoded form of one it has met.
 */
public final class MailContent {

    /** Stands for the address of the recipient's own page. Plain ASCII that no text of ours contains. */
    public static final String PAGE_LINK = "{{page-link}}";

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

    @Override
    public String toString() {
        return "MailContent[" + language + "]";
    }
}
