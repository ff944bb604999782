package org.tocsin.notification.rendering;

import java.net.URI;
import org.springframework.context.MessageSource;
import org.tocsin.notification.channel.SmsText;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/**
 * Writes what a member gets by SMS. Operators and states read along, so it has no slot for a name, a place or a sentence
 * of the appeal: urgency, country, reference and the member's own link, or only that a message is waiting. Each value has
 * a line of its own, which keeps its direction without marks that would be paid for.
 */
public final class SmsWriter {

    /** More would be paid for by each member, and is refused by some networks. */
    static final int MOST_SEGMENTS = 2;

    private final MessageSource messages = Words.load();

    /**
     * Writes one message.
     *
     * @param contentClass NOTICE or BLIND; nothing more may go by SMS
     */
    public SmsText write(IssuedAppeal appeal, Language language, ContentClass contentClass, URI page) {
        var words = new Words(language, messages);
        return switch (contentClass) {
            case NOTICE -> notice(appeal, words, page);
            case BLIND -> SmsText.of(words.plain("sms.blind") + "\n" + page);
            case FULL, REDACTED ->
                throw new IllegalArgumentException("class: %s (expected: NOTICE or BLIND)".formatted(contentClass));
        };
    }

    public SmsText writeSentence(IssuedAppeal appeal, Document document, Language language, ContentClass contentClass) {
        return SmsText.of(document.name());
    }

    /** A country of a very long name is told by its code. */
    private static SmsText notice(IssuedAppeal appeal, Words words, URI page) {
        var named = notice(appeal, words, appeal.country().name(words.language()), page);
        return named.segments().size() <= MOST_SEGMENTS
                ? named
                : notice(appeal, words, appeal.country().code(), page);
    }

    private static SmsText notice(IssuedAppeal appeal, Words words, String country, URI page) {
        var urgency = words.plain("urgency." + appeal.urgency());
        return SmsText.of(String.join("\n", urgency, country, appeal.reference(), page.toString()));
    }
}
