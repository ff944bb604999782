package org.tocsin.notification.rendering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.platform.language.Language;

/**
 * Puts people where their tokens stand, in reading order: at first mention the full name with description and
 * organisation, then the name; who has no name here is described.
 */
final class Persons {

    private static final Pattern TOKEN = Pattern.compile("\\{(P[1-9][0-9]{0,3})}");
    private static final Pattern SENTENCE_START = Pattern.compile("(?s)(|.*[.!?…\n][\\s«“\"(]*)");

    private final Language language;
    private final Map<String, PersonName> names;
    private final Map<String, String> descriptions;
    private final String anybody;
    private final Set<String> mentioned = new HashSet<>();

    /**
     * Starts reading.
     *
     * @param anybody stands for a person nothing is known of
     */
    Persons(Language language, Map<String, PersonName> names, Map<String, String> descriptions, String anybody) {
        this.language = language;
        this.names = names;
        this.descriptions = descriptions;
        this.anybody = anybody;
    }

    Prose in(String text) {
        return Prose.of(replace(text, true));
    }

    /** For headings and subjects, which never carry a name. */
    String inHeading(String text) {
        return replace(text, false);
    }

    private String replace(String text, boolean withNames) {
        var result = new StringBuilder();
        var from = 0;
        for (var match = TOKEN.matcher(text); match.find(); from = match.end()) {
            result.append(text, from, match.start());
            var token = match.group(1);
            var name = names.get(token);
            result.append(
                    withNames && name != null
                            ? named(token, name)
                            : described(token, SENTENCE_START.matcher(result).matches()));
        }
        return result.append(text, from, text.length()).toString();
    }

    private String named(String token, PersonName person) {
        var name = Prose.isolate(BodyText.clean(person.name()));
        if (!mentioned.add(token)) {
            return name;
        }
        var details = new ArrayList<String>();
        var description = descriptions.get(token);
        if (description != null) {
            details.add(BodyText.clean(description));
        }
        var organisation = person.organisation();
        if (organisation != null) {
            details.add(Prose.isolate(BodyText.clean(organisation)));
        }
        var more = String.join(language == Language.AR ? "، " : ", ", details);
        return more.isEmpty() ? name : name + " (" + more + ")";
    }

    private String described(String token, boolean atSentenceStart) {
        var description = BodyText.clean(descriptions.getOrDefault(token, anybody));
        if (!atSentenceStart || description.isEmpty()) {
            return description;
        }
        var end = description.offsetByCodePoints(0, 1);
        return description.substring(0, end).toUpperCase(language.locale()) + description.substring(end);
    }
}
