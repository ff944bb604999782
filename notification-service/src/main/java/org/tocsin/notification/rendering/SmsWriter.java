package org.tocsin.notification.rendering;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.tocsin.notification.channel.SmsText;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.settings.WrongSettings;

/**
 * Writes what a member gets by SMS. Operators and states read along, so it has no slot for a name, a place or a sentence
 * of the appeal: urgency, country, reference and the member's own link, or only that a message is waiting. Each value has
 * a line of its own, which keeps its direction without marks that would be paid for.
 */
public final class SmsWriter {

    /** More would be paid for by each member, and is refused by some networks. */
    static final int MOST_SEGMENTS = 2;

    private static final String ANY_TOKEN = "A".repeat(22);
    private static final String ANY_COUNTRY = "COD";
    private static final String LONGEST_REFERENCE = "COD R999 / 1226 / OBS R9999.99";

    private final MessageSource messages = Words.load();

    /**
     * Makes sure that what is told by a link fits, whatever the language and the country.
     *
     * @param linkBase what all our links begin with
     * @throws WrongSettings if a member's link is too long for two segments
     */
    public SmsWriter(URI linkBase) {
        var page = linkBase + ANY_TOKEN;
        for (var language : Language.values()) {
            var words = new Words(language, messages);
            var longest = Arrays.stream(Urgency.values())
                    .map(urgency -> notice(words, urgency, ANY_COUNTRY, LONGEST_REFERENCE, page));
            if (!Stream.concat(longest, Stream.of(blind(words, page))).allMatch(SmsWriter::fits)) {
                throw new WrongSettings(
                        "tocsin.notification.link.base-url is too long: an SMS with a member's link does not fit into two segments");
            }
        }
    }

    /**
     * Writes one message.
     *
     * @param contentClass NOTICE or BLIND; nothing more may go by SMS
     */
    public SmsText write(IssuedAppeal appeal, Language language, ContentClass contentClass, URI page) {
        var words = new Words(language, messages);
        return switch (contentClass) {
            case NOTICE -> notice(appeal, words, page.toString());
            case BLIND -> blind(words, page.toString());
            case FULL, REDACTED -> throw tooMuch(contentClass);
        };
    }

    /**
     * Writes a fixed sentence for those who may have the appeal already: what to do, nothing of what the appeal says.
     *
     * @param document anything but APPEAL
     * @param contentClass NOTICE or BLIND, that of the message it follows; after a BLIND one not even the reference is told
     * @throws IllegalArgumentException for APPEAL
     */
    public SmsText writeSentence(IssuedAppeal appeal, Document document, Language language, ContentClass contentClass) {
        var words = new Words(language, messages);
        var sentence = new SentenceWords(words, document, contentClass, appeal.reference());
        return switch (contentClass) {
            case NOTICE ->
                SmsText.of(String.join("\n", appeal.reference(), sentence.brief(), words.plain("sms.contact")));
            case BLIND -> SmsText.of(sentence.brief());
            case FULL, REDACTED -> throw tooMuch(contentClass);
        };
    }

    /** A country of a very long name is told by its code. */
    private static SmsText notice(IssuedAppeal appeal, Words words, String page) {
        var country = appeal.country();
        var named = notice(words, appeal.urgency(), country.name(words.language()), appeal.reference(), page);
        return fits(named) ? named : notice(words, appeal.urgency(), country.code(), appeal.reference(), page);
    }

    private static SmsText notice(Words words, Urgency urgency, String country, String reference, String page) {
        return SmsText.of(String.join("\n", words.plain("urgency." + urgency), country, reference, page));
    }

    private static SmsText blind(Words words, String page) {
        return SmsText.of(words.plain("sms.blind") + "\n" + page);
    }

    private static boolean fits(SmsText text) {
        return text.segments().size() <= MOST_SEGMENTS;
    }

    private static IllegalArgumentException tooMuch(ContentClass contentClass) {
        return new IllegalArgumentException("class: %s (expected: NOTICE or BLIND)".formatted(contentClass));
    }
}
