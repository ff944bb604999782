package org.tocsin.intake.fields;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;

/**
 * Collects what is wrong with a request, so that the sender learns all of it at once. A reader that finds a fault notes it
 * and answers a stand-in, which nobody gets to see: {@link #throwIfAny} comes before the values are used.
 */
public final class Faults {

    private static final LocalDate SOME_DAY = LocalDate.EPOCH;
    private static final Country SOME_COUNTRY = new Country("FRA");

    private final List<FieldFault> found = new ArrayList<>();

    public void add(String pointer, String message) {
        found.add(new FieldFault(pointer, message));
    }

    public boolean has(String pointer) {
        return found.stream().anyMatch(fault -> fault.pointer().equals(pointer));
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequest(found);
        }
    }

    /** A property that has to be there. */
    public boolean isMissing(String pointer, @Nullable Object value) {
        if (value == null) {
            add(pointer, "required");
        }
        return value == null;
    }

    /** Text of one or more lines; blank is absent. */
    public @Nullable String text(String pointer, @Nullable String value, int longest) {
        return shortEnough(pointer, value == null ? "" : CleanText.of(value), longest);
    }

    /** Text on one line; blank is absent. */
    public @Nullable String line(String pointer, @Nullable String value, int longest) {
        return shortEnough(pointer, value == null ? "" : CleanText.line(value), longest);
    }

    public String required(String pointer, @Nullable String read) {
        if (read == null && !has(pointer)) {
            add(pointer, "required");
        }
        return read == null ? "" : read;
    }

    /** One word of a closed set; absent is {@code otherwise}. */
    public <E extends Enum<E>> E oneOf(String pointer, @Nullable String word, Class<E> set, E otherwise) {
        return word == null ? otherwise : oneOf(pointer, word, set);
    }

    /** One word of a closed set, which has to be there. */
    public <E extends Enum<E>> E oneOf(String pointer, @Nullable String word, Class<E> set) {
        var constants = set.getEnumConstants();
        var match = Arrays.stream(constants)
                .filter(constant -> constant.name().equals(word))
                .findFirst();
        if (match.isEmpty() && !isMissing(pointer, word)) {
            add(
                    pointer,
                    Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ", "expected one of ", "")));
        }
        return match.orElse(constants[0]);
    }

    /** One word of a closed set, or nothing. */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String pointer, @Nullable String word, Class<E> set) {
        return word == null ? null : oneOf(pointer, word, set);
    }

    public Country country(String pointer, @Nullable String code) {
        if (isMissing(pointer, code) || code == null) {
            return SOME_COUNTRY;
        }
        return Country.of(code).orElseGet(() -> {
            add(pointer, "expected an ISO 3166-1 alpha-3 code, such as COD");
            return SOME_COUNTRY;
        });
    }

    public LocalDate day(String pointer, @Nullable String value) {
        isMissing(pointer, value);
        return optionalDay(pointer, value).orElse(SOME_DAY);
    }

    public Optional<LocalDate> optionalDay(String pointer, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException notADay) {
            add(pointer, "expected a date, such as 2026-11-20");
            return Optional.empty();
        }
    }

    /** Whether a list has an acceptable length. */
    public void atMost(String pointer, List<?> items, int most) {
        if (items.size() > most) {
            add(pointer, "at most %d".formatted(most));
        }
    }

    private @Nullable String shortEnough(String pointer, String clean, int longest) {
        if (clean.length() > longest) {
            add(pointer, "at most %d characters".formatted(longest));
        }
        return clean.isEmpty() ? null : clean;
    }
}
