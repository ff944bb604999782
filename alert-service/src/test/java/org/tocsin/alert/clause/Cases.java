package org.tocsin.alert.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Country;

/** Invented facts for the tests. */
final class Cases {

    static final Country CONGO = new Country("COD");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Cases() {}

    static List<Subject> persons(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Subject("P" + i, Sector.values()[(i - 1) % Sector.values().length]))
                .toList();
    }

    static Facts facts(
            List<Violation> violations,
            int persons,
            @Nullable String place,
            DatePrecision precision,
            Certainty certainty) {
        return new Facts(
                CONGO, place, DAY, null, precision, violations, Urgency.URGENT, certainty, persons(persons), null);
    }

    static Facts dated(LocalDate from, @Nullable LocalDate to, DatePrecision precision) {
        return new Facts(
                CONGO,
                null,
                from,
                to,
                precision,
                List.of(Violation.THREAT),
                Urgency.NORMAL,
                Certainty.CONFIRMED,
                persons(1),
                null);
    }
}
