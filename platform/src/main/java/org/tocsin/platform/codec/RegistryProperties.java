package org.tocsin.platform.codec;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The schema registry. It is asked only for schemas this service has not met before.
 *
 * @param url base of its Confluent-compatible API
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for an answer
 */
@Validated
@ConfigurationProperties("tocsin.registry")
record RegistryProperties(
        @NotNull URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("3s") Duration answerTimeout) {}
