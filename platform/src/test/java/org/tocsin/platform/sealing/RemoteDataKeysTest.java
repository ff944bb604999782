package org.tocsin.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import org.tocsin.platform.sealing.DataKeys.DataKey;

class RemoteDataKeysTest {

    private static final String KEY = "{\"keyId\": \"k1\", \"keyset\": \"AQID\"}";

    private final HttpServer server = newServer();
    private final String url = "http://127.0.0.1:" + server.getAddress().getPort();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final RestClient http = RestClient.create();
    private final DataKeys keys = new RemoteDataKeys(
            http, url, new ServiceToken(http, url, "alert-service", "local only", now::get), now::get);
    private volatile int status = 200;
    private volatile String goodToken = "t1";
    private volatile int tokens;

    RemoteDataKeysTest() {
        server.createContext("/oauth2/token", exchange -> {
            calls.add("token " + credentials(exchange));
            tokens++;
            answer(
                    exchange,
                    200,
                    "{\"access_token\": \"t%d\", \"expires_in\": 300, \"token_type\": \"Bearer\"}".formatted(tokens));
        });
        server.createContext("/internal/v1/keys/", exchange -> {
            calls.add("key " + exchange.getRequestURI());
            var isKnown =
                    ("Bearer " + goodToken).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, isKnown ? status : 401, KEY);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksOnceAMinuteWithItsOwnToken() {
        assertThat(keys.fetch("k1"))
                .isInstanceOfSatisfying(
                        DataKey.Present.class, key -> assertThat(key.keyset()).containsExactly(1, 2, 3));
        keys.fetch("k1");
        assertThat(calls).containsExactly("token alert-service:local+only", "key /internal/v1/keys/k1");
        now.updateAndGet(time -> time.plus(RemoteDataKeys.KEPT));
        keys.fetch("k1");
        assertThat(calls).hasSize(3).last().isEqualTo("key /internal/v1/keys/k1");
    }

    @Test
    void asksForANewTokenBeforeTheOldOneExpires() {
        keys.fetch("k1");
        goodToken = "t2";
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(295)));
        keys.fetch("k1");
        assertThat(calls).filteredOn(call -> call.startsWith("key")).hasSize(2);
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void asksForANewTokenWhenTheOldOneIsRefused() {
        goodToken = "t2";
        assertThat(keys.fetch("k1")).isInstanceOf(DataKey.Present.class);
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void tellsShreddedFromUnknownAndKeepsOnlyTheFirst() {
        status = 410;
        assertThat(keys.fetch("k1")).isEqualTo(new DataKey.Shredded());
        status = 404;
        assertThat(keys.fetch("k1")).isEqualTo(new DataKey.Shredded());
        assertThat(keys.fetch("k2")).isEqualTo(new DataKey.Unknown());
        status = 200;
        assertThat(keys.fetch("k2")).isInstanceOf(DataKey.Present.class);
    }

    @Test
    void waitsForAServiceThatFailsOrIsAway() {
        for (var failing : new int[] {500, 503, 403, 302}) {
            status = failing;
            assertThatThrownBy(() -> keys.fetch("k1")).isInstanceOf(KeyUnavailable.class);
        }
        server.stop(0);
        assertThatThrownBy(() -> keys.fetch("k1")).isInstanceOf(KeyUnavailable.class);
    }

    private static String credentials(HttpExchange exchange) {
        var basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(basic), UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
