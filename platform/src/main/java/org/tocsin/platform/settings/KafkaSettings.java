package org.tocsin.platform.settings;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is; {@code platform.yaml} hands it on to the binder and to the relay.
 *
 * @param brokers host and port of each, separated by commas
 */
@Validated
@ConfigurationProperties("tocsin.kafka")
record KafkaSettings(
        @NotBlank(message = "tocsin.kafka.brokers is not set")
        String brokers) {}
