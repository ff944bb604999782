package org.tocsin.platform.sealing;

import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.tocsin.platform.settings.KeyFiles;
import org.tocsin.platform.settings.WrongSettings;
import org.tocsin.platform.web.SecurityProperties;

/** Seals for whoever asks for them; the keys come from intake-service, unless the service keeps them itself. */
@AutoConfiguration
@EnableConfigurationProperties(KeysProperties.class)
class SealingAutoConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    DataKeys remoteDataKeys(
            KeysProperties keys,
            SecurityProperties security,
            ObjectProvider<ObservationRegistry> observations,
            InstantSource clock) {
        var url = set("tocsin.keys.url", keys.url());
        var clientId = set("tocsin.keys.client-id", keys.clientId());
        var secret = KeyFiles.readText("tocsin.keys.client-secret-file", keys.clientSecretFile());
        var http = RestClient.builder()
                .requestFactory(requests())
                .observationRegistry(observations.getIfAvailable(() -> ObservationRegistry.NOOP))
                .build();
        var token = new ServiceToken(http, security.issuerUri().toString(), clientId, secret, clock);
        return new RemoteDataKeys(http, url.toString(), token, clock);
    }

    @Bean
    @Lazy
    Seals seals(DataKeys keys) {
        return new TinkSeals(keys);
    }

    @Bean
    @ConditionalOnWebApplication
    ProblemAdvice sealingProblemAdvice() {
        return new ProblemAdvice();
    }

    private static JdkClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    private static <T> T set(String setting, @Nullable T value) {
        if (value == null) {
            throw new WrongSettings("%s is not set".formatted(setting));
        }
        return value;
    }
}
