package org.tocsin.notification.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tocsin.platform.language.Country;

/**
 * When a telephone may ring. A contact may be anywhere in its country, so it is day only where it is day in every time
 * zone of the country.
 */
public final class NightHours {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final int DAYS_AHEAD = 2;
    private static final Map<String, List<ZoneId>> ZONES = load();

    private NightHours() {}

    /** The moment itself, if it is day in the whole country, else the next one at which it is. */
    public static Instant nextDay(Country country, Instant moment) {
        var zones = ZONES.getOrDefault(country.code(), List.of(ZoneOffset.UTC));
        return isDay(zones, moment) ? moment : morning(zones, moment);
    }

    /** A day of the whole country begins in the morning of one of its zones; where none does, its first zone decides. */
    private static Instant morning(List<ZoneId> zones, Instant moment) {
        return zones.stream()
                .flatMap(zone -> IntStream.rangeClosed(-1, DAYS_AHEAD)
                        .mapToObj(days -> moment.atZone(zone).toLocalDate().plusDays(days))
                        .map(date -> date.atTime(MORNING).atZone(zone).toInstant()))
                .filter(morning -> morning.isAfter(moment) && isDay(zones, morning))
                .min(Instant::compareTo)
                .orElseGet(() -> nextDayOf(zones.getFirst(), moment));
    }

    private static Instant nextDayOf(ZoneId zone, Instant moment) {
        return isDay(List.of(zone), moment) ? moment : morning(List.of(zone), moment);
    }

    private static boolean isDay(List<ZoneId> zones, Instant moment) {
        return zones.stream()
                .map(zone -> moment.atZone(zone).toLocalTime())
                .allMatch(time -> !time.isBefore(MORNING) && time.isBefore(EVENING));
    }

    private static Map<String, List<ZoneId>> load() {
        try (var in = Objects.requireNonNull(NightHours.class.getResourceAsStream("zones.tsv"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(Predicate.not(line -> line.startsWith("#")))
                    .map(line -> line.split("\t", 2))
                    .collect(groupingBy(
                            line -> Locale.of("", line[0]).getISO3Country(),
                            mapping(line -> ZoneId.of(line[1]), toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
