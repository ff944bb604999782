package org.tocsin.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.platform.language.Country;

class NightHoursTest {

    @ParameterizedTest
    @CsvSource({
        "FRA, 2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z", // 06:59:59 in Paris
        "FRA, 2026-11-24T06:00:00Z, 2026-11-24T06:00:00Z",
        "FRA, 2026-11-24T19:59:59Z, 2026-11-24T19:59:59Z",
        "FRA, 2026-11-24T20:00:00Z, 2026-11-25T06:00:00Z",
        "FRA, 2026-07-24T04:59:00Z, 2026-07-24T05:00:00Z", // summer
        "COD, 2026-11-24T05:30:00Z, 2026-11-24T06:00:00Z", // day in Lubumbashi, not yet in Kinshasa
        "COD, 2026-11-24T19:30:00Z, 2026-11-25T06:00:00Z", // night in Lubumbashi, not yet in Kinshasa
        "RUS, 2026-11-24T12:00:00Z, 2026-11-25T05:00:00Z", // from the morning of Kaliningrad to the evening of
        // Kamchatka
        "NPL, 2026-11-24T00:00:00Z, 2026-11-24T01:15:00Z",
        "KIR, 2026-11-24T07:30:00Z, 2026-11-24T19:00:00Z",
        "BVT, 2026-11-24T03:00:00Z, 2026-11-24T07:00:00Z" // nobody lives there
    })
    void waitsForTheMorningOfTheWholeCountry(String country, Instant moment, Instant allowed) {
        assertThat(NightHours.nextDay(new Country(country), moment)).isEqualTo(allowed);
    }

    @Test
    void findsADayForEveryCountryWithinOneDay() {
        var moment = Instant.parse("2026-11-24T00:00:00Z");
        for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
            for (var hour = 0; hour < 24; hour++) {
                var asked = moment.plus(Duration.ofHours(hour));
                assertThat(NightHours.nextDay(new Country(code), asked))
                        .as(code)
                        .isBetween(asked, asked.plus(Duration.ofDays(1)));
            }
        }
    }
}
