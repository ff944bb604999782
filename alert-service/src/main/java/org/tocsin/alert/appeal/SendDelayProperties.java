package org.tocsin.alert.appeal;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.tocsin.alert.clause.Urgency;

/**
 * How long an issued appeal waits before the first message leaves, so that a mistake can be taken back.
 *
 * @param lifeAtRisk when minutes count
 * @param other for everything else
 */
@Validated
@ConfigurationProperties("tocsin.alert.send-delay")
record SendDelayProperties(
        @DefaultValue("2m") @NotNull @DurationMin Duration lifeAtRisk,
        @DefaultValue("5m") @NotNull @DurationMin Duration other) {

    Duration of(Urgency urgency) {
        return urgency == Urgency.LIFE_AT_RISK ? lifeAtRisk : other;
    }
}
