package org.tocsin.archive;

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
                "spring.datasource.url",
                postgres.url(postgres.newDatabase()),
                "spring.datasource.username",
                postgres.user(),
                "spring.datasource.password",
                postgres.password(),
                "tocsin.kafka.brokers",
                "127.0.0.1:1",
                "tocsin.registry.url",
                "http://127.0.0.1:1",
                "tocsin.security.issuer-uri",
                "http://127.0.0.1:1");
        return registry -> settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The token of {@code auditor-one} is {@code auditor-one}, and its role what the name says. */
    @Bean
    JwtDecoder accounts() {
        return token -> Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(token)
                .claim("roles", List.of(role(token)))
                .build();
    }

    private static String role(String account) {
        return account.substring(0, account.lastIndexOf('-')).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
