package org.tocsin.platform.sealing;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a service that does not keep data keys itself asks for them. Needed only there.
 *
 * @param url address of intake-service
 * @param clientId this service's account at the issuer
 * @param clientSecretFile text file with the account's secret
 */
@ConfigurationProperties("tocsin.keys")
record KeysProperties(
        @Nullable URI url,
        @Nullable String clientId,
        @Nullable Path clientSecretFile) {}
