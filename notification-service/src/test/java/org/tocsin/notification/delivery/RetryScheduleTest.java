package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void doublesTheWaitUpToTheLongest() {
        var schedule = schedule(0, 10);
        assertThat(schedule.next(1, NOON)).hasValue(NOON.plusSeconds(30));
        assertThat(schedule.next(2, NOON)).hasValue(NOON.plusSeconds(60));
        assertThat(schedule.next(7, NOON)).hasValue(NOON.plusSeconds(30 * 64));
        assertThat(schedule.next(9, NOON)).hasValue(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        assertThat(schedule(0, 3).next(3, NOON)).isEmpty();
    }

    @Test
    void spreadsThoseDeferredTogetherByNoMoreThanTheJitter() {
        var schedule = schedule(0.1, 10);
        for (var i = 0; i < 100; i++) {
            assertThat(schedule.next(1, NOON))
                    .hasValueSatisfying(at -> assertThat(Duration.between(NOON, at))
                            .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33)));
        }
    }

    private static RetrySchedule schedule(double jitter, int maxAttempts) {
        return new RetrySchedule(
                new RetryProperties(Duration.ofSeconds(30), 2, Duration.ofHours(1), jitter, maxAttempts),
                new Random(1));
    }
}
