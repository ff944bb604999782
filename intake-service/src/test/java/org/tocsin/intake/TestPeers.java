package org.tocsin.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.tocsin.embedded.EmbeddedPostgres;

/** What stands around the service in its tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestPeers {

    @Bean
    static DynamicPropertyRegistrar settings() {
        var postgres = EmbeddedPostgres.shared();
        var settings = Map.<String, Object>of(
                "spring.datasource.url", postgres.url(postgres.newDatabase()),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", postgres.password(),
                "tocsin.kafka.brokers", "127.0.0.1:1",
                "tocsin.registry.url", "http://127.0.0.1:1",
                "tocsin.security.issuer-uri", "http://127.0.0.1:1",
                "tocsin.vault.master-key-file", keyFile(),
                "tocsin.receipt.key-file", keyFile(),
                "tocsin.receipt.burst", 1000);
        return registry -> settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The token of {@code verifier-one} is {@code verifier-one}, and its role what the name says. */
    @Bean
    JwtDecoder accounts() {
        return token -> Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(token)
                .claim("roles", List.of(role(token)))
                .build();
    }

    private static String role(String account) {
        return account.endsWith("-service")
                ? "SERVICE"
                : account.substring(0, account.lastIndexOf('-'))
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    private static String keyFile() {
        try {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path file = Files.createTempFile("tocsin-test", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(key))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
