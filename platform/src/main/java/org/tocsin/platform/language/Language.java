package org.tocsin.platform.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which the network is written to. */
public enum Language {
    FR,
    EN,
    ES,
    AR,
    RU,
    PT;

    /** BCP 47 tag, such as {@code "fr"}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For names and dates. Our Portuguese is that of Portugal: the unqualified tag would give Brazilian names of countries. */
    public Locale locale() {
        return Locale.forLanguageTag(this == PT ? "pt-PT" : tag());
    }

    public boolean rightToLeft() {
        return this == AR;
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equalsIgnoreCase(tag))
                .findFirst();
    }
}
