package org.tocsin.alert.clause;

import java.util.List;
import java.util.Map;
import org.tocsin.platform.language.Language;

/**
 * The library's part of an appeal in one language. Persons are tokens, as {@code {P1}}.
 *
 * @param headline the violations in words; no name, no place
 * @param opening who is asked for what, where, and on whose word
 * @param situation what happened, with the place if there is one
 * @param situationWithoutPlace the same without any place below the country
 * @param demands what the authorities are asked to do, in order; each fits below "the authorities are asked to:"
 * @param descriptions by token, the phrase that stands for a person who is not named
 */
public record ClauseText(
        Language language,
        String headline,
        String opening,
        String situation,
        String situationWithoutPlace,
        String concern,
        List<String> demands,
        Map<String, String> descriptions) {

    public ClauseText {
        demands = List.copyOf(demands);
        descriptions = Map.copyOf(descriptions);
    }

    /** Shows nothing of the case. */
    @Override
    public String toString() {
        return "ClauseText[" + language.tag() + "]";
    }
}
