package org.tocsin.notification.rendering;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An appeal in one language. Persons are tokens such as <code>{P1}</code>.
 *
 * @param headline the violations in words; no names
 * @param situation the facts, with the place when it may be shown
 * @param situationWithoutPlace the same without any place below the country
 * @param story the author's free text; class FULL only
 * @param descriptions by token, the phrase that stands for a person who is not named
 */
public record LanguageText(
        String headline,
        String opening,
        String situation,
        String situationWithoutPlace,
        @Nullable String story,
        String concern,
        List<String> demands,
        Map<String, String> descriptions) {
    @Override
    public String toString() {
        return "LanguageText";
    }
}
