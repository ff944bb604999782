package org.tocsin.notification.rendering;

import org.tocsin.notification.policy.ContentClass;

/**
 * The fixed words of a sentence about an appeal that was sent: what to do, and nothing of what the appeal says. After a
 * message of class BLIND they tell neither its reference nor that it was an appeal.
 */
record SentenceWords(Words words, Document document, ContentClass contentClass, String reference) {

    SentenceWords {
        if (document == Document.APPEAL) {
            throw new IllegalArgumentException("document: APPEAL (expected: a fixed sentence about one)");
        }
    }

    boolean blind() {
        return contentClass == ContentClass.BLIND;
    }

    /** What the message is about and what to do, in one line. */
    Prose subject() {
        return blind() ? words.say(key("subject")) : words.say(key("subject"), reference);
    }

    /** The whole of what to do. */
    Prose text() {
        return words.say(key("text"));
    }

    /** The same as briefly as a telephone needs it. */
    String brief() {
        return words.plain(key("short"));
    }

    private String key(String part) {
        return "%s.%s.%s".formatted(blind() ? "blind" : "sentence", document, part);
    }
}
