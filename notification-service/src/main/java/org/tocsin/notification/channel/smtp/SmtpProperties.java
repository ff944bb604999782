package org.tocsin.notification.channel.smtp;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The relay that takes our e-mail. Best a relay on this machine that queues on disk: the time in which a lost reply leaves
 * us in doubt is then milliseconds.
 *
 * @param from who writes, such as {@code Tocsin <appeals@example.org>}; its domain also names our messages
 * @param replyTo an address that a person reads
 * @param connections kept and used at once; stay under what the relay allows one client
 * @param security whether the connection is encrypted; {@code STARTTLS} and {@code TLS} check the relay's certificate
 * @param username for relays that ask for a login
 * @param passwordFile holds the password and nothing else
 * @param connectTimeout for the connection itself
 * @param commandTimeout for the greeting and for each reply but the last
 * @param replyTimeout for the reply to a complete message; giving up sooner makes doubles, for the relay may have taken it
 * @param idle a connection unused for so long is closed
 */
@Validated
@ConfigurationProperties(prefix = "tocsin.notification.smtp", ignoreUnknownFields = false)
record SmtpProperties(
        @NotBlank String host,
        @Min(1) @Max(65535) int port,
        @NotBlank String from,
        @NotBlank String replyTo,
        @DefaultValue("16") @Positive @Max(200) int connections,
        @DefaultValue("NONE") Security security,
        @Nullable String username,
        @Nullable String passwordFile,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration commandTimeout,
        @DefaultValue("10m") Duration replyTimeout,
        @DefaultValue("60s") Duration idle) {

    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    private static final Duration LEAST_REPLY_TIMEOUT = Duration.ofMinutes(10); // RFC 5321, 4.5.3.2.6

    @AssertTrue(message = "expected a reply-timeout of at least 10m")
    boolean isReplyTimeoutLongEnough() {
        return replyTimeout.compareTo(LEAST_REPLY_TIMEOUT) >= 0;
    }

    @AssertTrue(message = "expected username and password-file together or neither")
    boolean isLoginComplete() {
        return (username == null) == (passwordFile == null);
    }
}
