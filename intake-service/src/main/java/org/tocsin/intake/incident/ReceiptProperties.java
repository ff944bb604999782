package org.tocsin.intake.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Receipts, and how fast anybody may look them up. The limit is one for everybody, so that no address has to be kept.
 *
 * @param keyFile file with the key from which receipts are made: 32 random bytes in base64
 * @param spacing time between two look-ups, on average
 * @param burst so many look-ups need not wait
 * @param longestDelay who would have to wait longer is sent away
 */
@Validated
@ConfigurationProperties("tocsin.receipt")
record ReceiptProperties(
        @NotNull Path keyFile,
        @DefaultValue("50ms") Duration spacing,
        @DefaultValue("20") @Positive int burst,
        @DefaultValue("3s") Duration longestDelay) {}
