package org.tocsin.alert.clause;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.platform.language.Language;

/** The texts of one language by key. A text may hold places to fill, as {@code {when}}; {@code {P1}} is not one of them. */
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern FRENCH_SPACE = Pattern.compile(" (?=[:;?!»])|(?<=«) ");

    private final Language language;
    private final SortedMap<String, String> texts;

    private Phrases(Language language, SortedMap<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The files hold ordinary spaces, so that they can be reviewed; French gets its narrow ones here. */
    static Phrases load(Language language) {
        var texts = Resources.texts(language.tag() + ".properties");
        if (language == Language.FR) {
            texts.replaceAll((key, text) -> FRENCH_SPACE.matcher(text).replaceAll("\u202F"));
        }
        return new Phrases(language, texts);
    }

    Language language() {
        return language;
    }

    SortedSet<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    String get(String... key) {
        var joined = String.join(".", key);
        return Objects.requireNonNull(texts.get(joined), joined);
    }

    /** Fills each place once: what is filled in is never looked into. */
    String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(
                        values.get(place.group(1)), () -> "nothing for {" + place.group(1) + "}")));
    }

    /** Items as one enumeration, as in "a, b and c". */
    String enumerate(String kind, List<String> items) {
        var list = new StringBuilder(items.getFirst());
        for (int i = 1; i < items.size(); i++) {
            list.append(unquoted(get(kind, i == items.size() - 1 ? "last" : "next")))
                    .append(items.get(i));
        }
        return list.toString();
    }

    /** Spaces at the ends count in a connector, so it stands in quotation marks. */
    private static String unquoted(String connector) {
        return connector.substring(1, connector.length() - 1);
    }
}
