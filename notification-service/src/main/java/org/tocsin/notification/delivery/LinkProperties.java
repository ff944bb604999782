package org.tocsin.notification.delivery;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The members' personal links.
 *
 * @param keyFile base64 of 32 random bytes; whoever has them can make every link. A new key makes new links only for
 *     what is planned from then on
 * @param baseUrl scheme, host and port under which members reach this service; at most 44 characters, or a text with a
 *     link would not fit two segments of SMS
 * @param validity how long after planning a link works
 */
@Validated
@ConfigurationProperties("tocsin.notification.link")
record LinkProperties(
        @NotNull Path keyFile,
        @NotNull URI baseUrl,
        @DefaultValue("30d") Duration validity) {}
