package org.tocsin.notification.delivery;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a deferred delivery is tried again. The defaults try for about three days.
 *
 * @param firstDelay wait after the first attempt
 * @param multiplier each wait is so many times the one before
 * @param longestDelay the wait never grows past this
 * @param jitter share of the wait that chance may add, so that those deferred together do not return together
 * @param maxAttempts attempts in all, the first one included
 */
@Validated
@ConfigurationProperties("tocsin.notification.retry")
record RetryProperties(
        @DefaultValue("30s") Duration firstDelay,
        @DefaultValue("2") @DecimalMin("1") double multiplier,
        @DefaultValue("1h") Duration longestDelay,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1")
        double jitter,

        @DefaultValue("80") @Positive int maxAttempts) {}
