package org.tocsin.alert.clause;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Says when, as precisely as it is known. Digits are Latin in every language. */
final class When {

    private When() {}

    static String say(Facts facts, Phrases phrases) {
        var key = "when." + facts.precision();
        var to = facts.to();
        if (to == null || !to.isAfter(facts.from()) || sameUnit(facts.from(), to, facts.precision())) {
            return phrases.fill(
                    phrases.get(key), Map.of("from", date(facts.from(), pattern(facts.precision(), ""), phrases)));
        }
        return phrases.fill(
                phrases.get(key + ".range"),
                Map.of(
                        "from",
                                date(
                                        facts.from(),
                                        pattern(facts.precision(), shared(facts.from(), to, facts.precision())),
                                        phrases),
                        "to", date(to, pattern(facts.precision(), ""), phrases)));
    }

    private static boolean sameUnit(LocalDate from, LocalDate to, DatePrecision precision) {
        return switch (precision) {
            case DAY, ESTIMATE -> from.equals(to);
            case MONTH -> sameMonth(from, to);
            case YEAR -> from.getYear() == to.getYear();
        };
    }

    private static boolean sameMonth(LocalDate from, LocalDate to) {
        return from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
    }

    /** What the first date of a range need not repeat. */
    private static String shared(LocalDate from, LocalDate to, DatePrecision precision) {
        if (precision == DatePrecision.YEAR || from.getYear() != to.getYear()) {
            return "";
        }
        return precision != DatePrecision.MONTH && sameMonth(from, to) ? ".same-month" : ".same-year";
    }

    private static String pattern(DatePrecision precision, String shared) {
        return switch (precision) {
            case DAY, ESTIMATE -> "date.day" + shared;
            case MONTH -> "date.month" + shared;
            case YEAR -> "date.year";
        };
    }

    private static String date(LocalDate date, String key, Phrases phrases) {
        var pattern = phrases.get(key);
        if (date.getDayOfMonth() == 1 && pattern.startsWith("d")) {
            pattern = "'" + phrases.get("date.day.first") + "'" + pattern.substring(1);
        }
        return DateTimeFormatter.ofPattern(pattern, phrases.language().locale()).format(date);
    }
}
