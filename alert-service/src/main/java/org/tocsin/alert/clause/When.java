package org.tocsin.alert.clause;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Says when, as precisely as it is known. Digits are Latin in every language. */
final class When {

    private final Phrases phrases;
    private final DatePrecision precision;

    private When(Phrases phrases, DatePrecision precision) {
        this.phrases = phrases;
        this.precision = precision;
    }

    static String say(Facts facts, Phrases phrases) {
        var when = new When(phrases, facts.precision());
        var to = facts.to();
        return to == null || when.isOne(facts.from(), to) ? when.single(facts.from()) : when.range(facts.from(), to);
    }

    private String single(LocalDate date) {
        var pattern = phrases.get(unit());
        if (precision == DatePrecision.MONTH) {
            var month = phrases.get("date.months").split(", ")[date.getMonthValue() - 1];
            pattern = pattern.replace("MMMM", "'" + month + "'");
        }
        return phrases.fill(phrases.get("when", precision.name()), Map.of("from", format(date, pattern)));
    }

    private String range(LocalDate from, LocalDate to) {
        return phrases.fill(
                phrases.get("when", precision.name(), "range"),
                Map.of(
                        "from", format(from, phrases.get(unit() + whatNeedNotBeRepeated(from, to))),
                        "to", format(to, phrases.get(unit()))));
    }

    private boolean isOne(LocalDate from, LocalDate to) {
        return !to.isAfter(from)
                || switch (precision) {
                    case DAY, ESTIMATE -> false;
                    case MONTH -> isSameMonth(from, to);
                    case YEAR -> from.getYear() == to.getYear();
                };
    }

    private String unit() {
        return switch (precision) {
            case DAY, ESTIMATE -> "date.day";
            case MONTH -> "date.month";
            case YEAR -> "date.year";
        };
    }

    private String whatNeedNotBeRepeated(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return "";
        }
        return precision != DatePrecision.MONTH && isSameMonth(from, to) ? ".same-month" : ".same-year";
    }

    private static boolean isSameMonth(LocalDate from, LocalDate to) {
        return from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
    }

    private String format(LocalDate date, String pattern) {
        var day = date.getDayOfMonth() == 1 && pattern.startsWith("d")
                ? "'" + phrases.get("date.day.first") + "'" + pattern.substring(1)
                : pattern;
        return DateTimeFormatter.ofPattern(day, phrases.language().locale()).format(date);
    }
}
