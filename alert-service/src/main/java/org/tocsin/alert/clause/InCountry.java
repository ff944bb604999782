package org.tocsin.alert.clause;

import java.util.Map;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/** Says "in" a country with the preposition, article and case that its name asks for. */
final class InCountry {

    private final Language language;
    private final Map<String, String> phrases;

    private InCountry(Language language, Map<String, String> phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    static InCountry load(Language language) {
        return of(language, Resources.texts("countries/" + language.tag() + ".properties"));
    }

    static InCountry of(Language language, Map<String, String> phrases) {
        return new InCountry(language, phrases);
    }

    /** A country newer than the file is named in parentheses, which asks for no case. */
    String say(Country country) {
        var phrase = phrases.get(country.code());
        return phrase == null ? "(" + country.name(language) + ")" : phrase;
    }
}
