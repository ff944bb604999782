package org.tocsin.notification.rendering;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.tocsin.notification.channel.HeaderText;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/**
 * Writes a message once for all members of one language and content class. A template is handed only what its class may
 * show, so that no mistake in it can show more.
 */
public final class Renderer {

    private final MessageSource messages = Words.load();
    private final Templates templates = new Templates(messages);
    private final Desk desk;

    public Renderer(Desk desk) {
        this.desk = desk;
    }

    /**
     * Renders an appeal.
     *
     * @param language one the appeal has a text in; for NOTICE and BLIND any
     * @param names by token, in clear; looked at only for FULL, where a person without one is described
     */
    public RenderedMessage render(
            IssuedAppeal appeal, Language language, ContentClass contentClass, Map<String, PersonName> names) {
        var words = new Words(language, messages);
        var content = switch (contentClass) {
            case FULL -> appeal(appeal, words, names, true);
            case REDACTED -> appeal(appeal, words, Map.of(), false);
            case NOTICE -> notice(appeal, words);
            case BLIND -> blind(words);
        };
        return new RenderedMessage(contentClass, content);
    }

    /**
     * Renders a fixed sentence for those who may have the appeal already: what to do, nothing of what the appeal says.
     *
     * @param document anything but APPEAL
     * @param contentClass of the message it follows; after a BLIND one not even the reference is told
     * @throws IllegalArgumentException for APPEAL
     */
    public MailContent renderSentence(
            IssuedAppeal appeal, Document document, Language language, ContentClass contentClass) {
        var words = new Words(language, messages);
        var sentence = new SentenceWords(words, document, contentClass, appeal.reference());
        var ask = Prose.of(sentence.brief());
        return sentence.blind()
                ? sentence(
                        words,
                        sentence.subject(),
                        List.of(sentence.text(), words.say("blind.contact", desk.replyTo())),
                        blindFooter(words, ask))
                : sentence(
                        words,
                        sentence.subject(),
                        List.of(sentence.text(), words.say("sentence.contact", desk.replyTo())),
                        footer(
                                words,
                                words.say("sentence.why"),
                                words.say("sentence.check", appeal.reference(), links(), desk.replyTo()),
                                ask));
    }

    private MailContent appeal(IssuedAppeal appeal, Words words, Map<String, PersonName> names, boolean full) {
        var text = appeal.texts().get(words.language());
        if (text == null) {
            throw new IllegalArgumentException("language: %s (expected: one of %s)"
                    .formatted(words.language(), appeal.texts().keySet()));
        }
        var persons = new Persons(words.language(), names, text.descriptions(), words.plain("person"));
        var headline = persons.inHeading(BodyText.clean(text.headline()));
        var values = shared(appeal, words);
        // In the order in which they are read: the first mention of a person carries the full name.
        values.put("headline", headline);
        values.put("opening", persons.in(BodyText.clean(text.opening())));
        values.put("situation", paragraphs(persons, full ? text.situation() : text.situationWithoutPlace()));
        values.put("story", full && text.story() != null ? paragraphs(persons, text.story()) : List.of());
        values.put("concern", paragraphs(persons, text.concern()));
        values.put(
                "demands",
                text.demands().stream().map(BodyText::clean).map(persons::in).toList());
        values.put("issued", words.date(dateOf(appeal)));
        values.put("until", words.say("until." + appeal.urgency(), actBy(appeal, words)));
        values.put("handling", words.plain("handling." + appeal.audience()));
        values.put(
                "footer",
                footer(
                        words,
                        words.say("why.text"),
                        words.say("check.text", appeal.reference(), links(), desk.replyTo()),
                        words.say("ask.footer.text", actBy(appeal, words))));
        return fill("appeal", words, subject(appeal, words, headline), values);
    }

    private MailContent notice(IssuedAppeal appeal, Words words) {
        var ask = words.say("notice.ask", actBy(appeal, words));
        var values = shared(appeal, words);
        values.put("ask", ask);
        values.put(
                "footer",
                footer(
                        words,
                        words.say("notice.why"),
                        words.say("check.text", appeal.reference(), links(), desk.replyTo()),
                        ask));
        return fill("notice", words, subject(appeal, words, ""), values);
    }

    private MailContent blind(Words words) {
        return sentence(
                words,
                words.say("blind.subject"),
                List.of(words.say("blind.text")),
                blindFooter(words, words.say("blind.ask")));
    }

    /** A message of our own words alone. */
    private MailContent sentence(Words words, Prose subject, List<Prose> paragraphs, List<Section> footer) {
        var values = new HashMap<String, Object>();
        values.put("title", subject);
        values.put("paragraphs", paragraphs);
        values.put("footer", footer);
        return fill("sentence", words, subject.text(words.language().rightToLeft()), values);
    }

    private List<Section> footer(Words words, Prose why, Prose check, Prose ask) {
        return footer(words, why, check, words.say("change.text", desk.replyTo()), ask);
    }

    private List<Section> blindFooter(Words words, Prose ask) {
        return footer(
                words,
                words.say("blind.why"),
                words.say("blind.check", links(), desk.replyTo()),
                words.say("blind.change", desk.replyTo()),
                ask);
    }

    private static List<Section> footer(Words words, Prose why, Prose check, Prose change, Prose ask) {
        return List.of(
                section(words, "why.title", why),
                section(words, "check.title", check),
                section(words, "change.title", change),
                section(words, "ask.footer.title", ask));
    }

    /** What every class but BLIND may show. */
    private static Map<String, Object> shared(IssuedAppeal appeal, Words words) {
        var values = new HashMap<String, Object>();
        values.put("urgency", words.plain("urgency." + appeal.urgency()));
        values.put("country", appeal.country().name(words.language()));
        values.put("reference", appeal.reference());
        values.put(
                "referenceText",
                Prose.of(Prose.isolate(appeal.reference()))
                        .text(words.language().rightToLeft()));
        return values;
    }

    private static String subject(IssuedAppeal appeal, Words words, String headline) {
        var about = Stream.of(appeal.country().name(words.language()), headline, appeal.reference())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" - "));
        return "[%s] %s".formatted(words.plain("urgency." + appeal.urgency()), about);
    }

    private MailContent fill(String template, Words words, String subject, Map<String, Object> values) {
        var language = words.language();
        var safeSubject = HeaderText.clean(subject);
        values.put("subject", safeSubject);
        values.put("tag", language.tag());
        values.put("rtl", language.rightToLeft());
        values.put("dir", language.rightToLeft() ? "rtl" : "ltr");
        values.put("pageLink", MailContent.PAGE_LINK);
        var text = templates.fill(template + ".txt", language, values);
        var html = templates.fill(template + ".html", language, values);
        return new MailContent(language, safeSubject, Direction.mark(text, language.rightToLeft()), html);
    }

    private static List<Prose> paragraphs(Persons persons, String text) {
        return BodyText.paragraphs(text).stream().map(persons::in).toList();
    }

    private static Section section(Words words, String title, Prose text) {
        return new Section(words.plain(title), text);
    }

    private String links() {
        return desk.linkBase().toString();
    }

    private static LocalDate dateOf(IssuedAppeal appeal) {
        return LocalDate.ofInstant(appeal.issuedAt(), ZoneOffset.UTC);
    }

    private static String actBy(IssuedAppeal appeal, Words words) {
        return words.date(dateOf(appeal).plusDays(appeal.urgency().timeToAct().toDays()));
    }

    record Section(String title, Prose text) {}
}
