package org.tocsin.platform.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-3
 */
public record Country(String code) {

    private static final Map<String, Locale> BY_CODE = Arrays.stream(Locale.getISOCountries())
            .map(alpha2 -> Locale.of("", alpha2))
            .collect(Collectors.toUnmodifiableMap(Locale::getISO3Country, Function.identity()));

    public Country {
        if (!BY_CODE.containsKey(code)) {
            throw new IllegalArgumentException("country: expected an ISO 3166-1 alpha-3 code");
        }
    }

    public static Optional<Country> of(String code) {
        return BY_CODE.containsKey(code) ? Optional.of(new Country(code)) : Optional.empty();
    }

    /** The country's name (CLDR), such as {@code "Congo-Kinshasa"}. */
    public String name(Language language) {
        return Optional.ofNullable(BY_CODE.get(code)).orElseThrow().getDisplayCountry(language.locale());
    }
}
