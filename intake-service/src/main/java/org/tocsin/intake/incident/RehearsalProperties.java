package org.tocsin.intake.incident;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a start practises before the service calls itself ready.
 *
 * @param reports how many reports are taken in and forgotten; 0 practises nothing
 * @param longest a start waits no longer for it
 */
@Validated
@ConfigurationProperties("tocsin.rehearsal")
record RehearsalProperties(
        @DefaultValue("250") @PositiveOrZero int reports,
        @DefaultValue("5s") Duration longest) {}
