package org.tocsin.platform.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed.
 *
 * @param issuerUri the OpenID Connect issuer, as the token's {@code iss} spells it; asked for its keys when the first
 *     token comes, so a service starts without it
 */
@Validated
@ConfigurationProperties("tocsin.security")
public record SecurityProperties(
        @NotNull(message = "tocsin.security.issuer-uri is not set: the address of the OpenID Connect issuer")
        URI issuerUri) {}
