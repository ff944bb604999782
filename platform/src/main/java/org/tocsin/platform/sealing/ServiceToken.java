package org.tocsin.platform.sealing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The token this service shows to another: client credentials, asked for again shortly before it expires. */
final class ServiceToken {

    private static final Duration EARLY = Duration.ofSeconds(10);

    private final RestClient http;
    private final String endpoint;
    private final String clientId;
    private final String secret;
    private final InstantSource clock;
    private @Nullable Token current;

    ServiceToken(RestClient http, String issuer, String clientId, String secret, InstantSource clock) {
        this.http = http;
        this.endpoint = issuer.replaceAll("/$", "") + "/oauth2/token";
        this.clientId = clientId;
        this.secret = secret;
        this.clock = clock;
    }

    synchronized String value() {
        if (current == null || clock.instant().isAfter(current.until)) {
            current = request();
        }
        return current.value;
    }

    /** The other side refused it, so the next one is asked for anew. */
    synchronized void forget() {
        current = null;
    }

    private Token request() {
        var now = clock.instant();
        var answer = http.post()
                .uri(endpoint)
                .headers(headers -> headers.setBasicAuth(encoded(clientId), encoded(secret)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials")
                .retrieve()
                .body(Answer.class);
        if (answer == null || answer.accessToken() == null) {
            throw new RestClientException("the issuer answers without a token");
        }
        return new Token(
                answer.accessToken(), now.plusSeconds(answer.expiresIn()).minus(EARLY));
    }

    /** RFC 6749, section 2.3.1. */
    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    private record Answer(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "Answer";
        }
    }
}
