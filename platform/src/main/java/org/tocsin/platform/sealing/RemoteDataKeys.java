package org.tocsin.platform.sealing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks intake-service for data keys and keeps an answer for a minute at most, so that a shredded key is soon gone. */
final class RemoteDataKeys implements DataKeys {

    static final Duration KEPT = Duration.ofSeconds(60);

    private final RestClient http;
    private final String url;
    private final ServiceToken token;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    RemoteDataKeys(RestClient http, String url, ServiceToken token, InstantSource clock) {
        this.http = http;
        this.url = url.replaceAll("/$", "") + "/internal/v1/keys/{keyId}";
        this.token = token;
        this.clock = clock;
    }

    @Override
    public DataKey fetch(String keyId) {
        var known = kept.get(keyId);
        if (known != null && clock.instant().isBefore(known.until)) {
            return known.key;
        }
        var key = ask(keyId);
        if (!(key instanceof DataKey.Unknown)) {
            keep(keyId, new Kept(key, clock.instant().plus(KEPT)));
        }
        return key;
    }

    private void keep(String keyId, Kept entry) {
        kept.put(keyId, entry);
        CompletableFuture.delayedExecutor(KEPT.toSeconds(), TimeUnit.SECONDS).execute(() -> kept.remove(keyId, entry));
    }

    private DataKey ask(String keyId) {
        try {
            var answer = request(keyId);
            if (answer.status.isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
                token.forget(); // the issuer may have changed its keys
                answer = request(keyId);
            }
            return switch (answer.status.value()) {
                case 200 -> new DataKey.Present(keysetOf(answer.body));
                case 404 -> new DataKey.Unknown();
                case 410 -> new DataKey.Shredded();
                default -> throw new IOException("the key service answers " + answer.status.value());
            };
        } catch (RestClientException | IOException | IllegalArgumentException failure) {
            throw new KeyUnavailable(failure);
        }
    }

    private Answer request(String keyId) {
        return http.get()
                .uri(url, keyId)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value())
                .exchange((request, response) -> {
                    var body = response.getStatusCode().value() == 200 ? response.bodyTo(KeyAnswer.class) : null;
                    return new Answer(response.getStatusCode(), body);
                });
    }

    private static byte[] keysetOf(@Nullable KeyAnswer answer) throws IOException {
        if (answer == null || answer.keyset() == null) {
            throw new IOException("the key service answers without a key");
        }
        return Base64.getDecoder().decode(answer.keyset());
    }

    private record Kept(DataKey key, Instant until) {}

    private record Answer(HttpStatusCode status, @Nullable KeyAnswer body) {}

    private record KeyAnswer(
            @Nullable String keyId, @Nullable String keyset) {
        @Override
        public String toString() {
            return "KeyAnswer";
        }
    }
}
