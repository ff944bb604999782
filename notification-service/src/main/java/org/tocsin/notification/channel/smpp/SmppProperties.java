package org.tocsin.notification.channel.smpp;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operator's server that takes our SMS. Without {@code host} no SMS is sent, and rows say so.
 *
 * @param systemId the account
 * @param passwordFile holds the password and nothing else; SMPP takes at most 8 characters
 * @param source who the telephone shows: up to 11 letters and digits, or a number with its {@code +}
 * @param window messages under way at once; stay within what the operator allows
 * @param connectTimeout for the connection and the login
 * @param replyTimeout for the answer to a message; giving up sooner makes doubles, for the operator may have taken it
 * @param enquire an idle connection is asked so often whether it still stands
 */
@Validated
@ConditionalOnProperty("tocsin.notification.smpp.host")
@ConfigurationProperties(prefix = "tocsin.notification.smpp", ignoreUnknownFields = false)
record SmppProperties(
        @NotBlank String host,
        @Min(1) @Max(65535) int port,
        @NotBlank String systemId,
        @NotNull Path passwordFile,

        @NotNull @Pattern(regexp = "[A-Za-z0-9 ]{1,11}|\\+[0-9]{7,15}")
        String source,

        @DefaultValue("10") @Positive @Max(1000) int window,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration replyTimeout,
        @DefaultValue("30s") Duration enquire) {

    private static final Duration LEAST_REPLY_TIMEOUT = Duration.ofSeconds(10); // slower answers are seen in the field

    @AssertTrue(message = "expected a reply-timeout of at least 10s")
    boolean isReplyTimeoutLongEnough() {
        return replyTimeout.compareTo(LEAST_REPLY_TIMEOUT) >= 0;
    }
}
