package org.tocsin.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** When a deferred delivery is tried again, if at all. */
@Component
class RetrySchedule {

    private final RetryProperties properties;
    private final RandomGenerator random;

    RetrySchedule(RetryProperties properties, RandomGenerator random) {
        this.properties = properties;
        this.random = random;
    }

    /**
     * Time of the next attempt; empty after the last.
     *
     * @param attempts made so far, at least one
     */
    Optional<Instant> next(int attempts, Instant now) {
        return attempts >= properties.maxAttempts() ? Optional.empty() : Optional.of(now.plus(delay(attempts)));
    }

    private Duration delay(int attempts) {
        var longest = properties.longestDelay().toMillis();
        var grown = properties.firstDelay().toMillis() * Math.pow(properties.multiplier(), attempts - 1);
        var delay = Math.min(grown, longest);
        return Duration.ofMillis(Math.round(delay * (1 + properties.jitter() * random.nextDouble())));
    }
}
