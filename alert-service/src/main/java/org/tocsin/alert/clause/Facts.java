package org.tocsin.alert.clause;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Country;

/**
 * What is known, as far as it may be said.
 *
 * @param place below the country; null when unknown or not to be shown
 * @param to last day, or null when the facts have one date only
 * @param violations in the order in which the headline names them
 * @param partner name of the organisation the information comes from, or null when it must not be named
 */
public record Facts(
        Country country,
        @Nullable String place,
        LocalDate from,
        @Nullable LocalDate to,
        DatePrecision precision,
        List<Violation> violations,
        Urgency urgency,
        Certainty certainty,
        List<Subject> subjects,
        @Nullable String partner) {

    public Facts {
        violations = violations.stream().distinct().toList();
        subjects = List.copyOf(subjects);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("violations: none (expected: at least one)");
        }
    }

    /** Shows nothing of the case but its country. */
    @Override
    public String toString() {
        return "Facts[" + country.code() + "]";
    }
}
