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

    public Locale locale() {
        return Locale.forLanguageTag(tag());
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
