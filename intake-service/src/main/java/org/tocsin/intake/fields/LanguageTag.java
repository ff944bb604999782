package org.tocsin.intake.fields;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language somebody writes or speaks: a well-formed BCP 47 tag, any language of the world. */
public final class LanguageTag {

    private LanguageTag() {}

    /** The tag in its usual spelling, or nothing. */
    public static @Nullable String read(String pointer, @Nullable String tag, Faults faults) {
        if (tag == null) {
            return null;
        }
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build();
            if (!language.getLanguage().isEmpty()) {
                return language.toLanguageTag();
            }
        } catch (IllformedLocaleException illFormed) {
            // answered below
        }
        faults.add(pointer, "expected a BCP 47 language tag, such as fr");
        return null;
    }
}
