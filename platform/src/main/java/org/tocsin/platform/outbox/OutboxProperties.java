package org.tocsin.platform.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events leave for Kafka.
 *
 * @param batchSize most events under way at once
 * @param poll how often the table is looked at, in case a wake-up is lost; a commit wakes the relay at once
 * @param gather the wait after a batch that was not full: under load events leave together, a lone event leaves at once
 * @param longestPause with Kafka or the database down, attempts are never further apart than this
 * @param keep how long a published event stays in the table
 */
@Validated
@ConfigurationProperties("tocsin.outbox")
record OutboxProperties(
        @DefaultValue("200") @Positive @Max(1000) int batchSize,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("20ms") Duration gather,
        @DefaultValue("1s") Duration longestPause,
        @DefaultValue("30d") Duration keep) {}
