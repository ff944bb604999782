package org.tocsin.platform.signing;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of Ed25519 signatures. Who signs needs the first two, who verifies the last.
 *
 * @param keyId the name under which others know the public key
 * @param privateKeyFile PEM, PKCS #8
 * @param publicKeys PEM files (X.509 SubjectPublicKeyInfo) by key id; an old key stays as long as what it signed counts
 */
@ConfigurationProperties("tocsin.signing")
record SigningProperties(
        @Nullable String keyId,
        @Nullable Path privateKeyFile,
        @DefaultValue Map<String, Path> publicKeys) {}
