package org.tocsin.intake.vault;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the identities' keys are kept.
 *
 * @param masterKeyFile file with the master key that wraps each incident's data key: 32 random bytes in base64
 */
@Validated
@ConfigurationProperties("tocsin.vault")
record VaultProperties(@NotNull Path masterKeyFile) {}
