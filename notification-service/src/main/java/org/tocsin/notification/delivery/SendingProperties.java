package org.tocsin.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How rows are claimed and settled.
 *
 * @param claim rows taken at once; a more urgent appeal waits for at most so many
 * @param settle answers written at once; a crash doubles at most twice as many and those in flight
 * @param lease a claim that was not renewed for so long is taken to be a dead sender's; renewed four times as often
 * @param doubt how long to wait for proof before a message in doubt is sent once more or given up as unknown
 * @param look how often a batch under way looks whether its appeal was held or recalled
 * @param receipt how long to wait for an SMS's receipt before it is given up as unknown
 */
@Validated
@ConfigurationProperties("tocsin.notification.sending")
record SendingProperties(
        @DefaultValue("512") @Positive @Max(5000) int claim,
        @DefaultValue("32") @Positive @Max(1000) int settle,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("2m") Duration doubt,
        @DefaultValue("500ms") Duration look,
        @DefaultValue("24h") Duration receipt) {}
