package org.tocsin.platform.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.inbox.NotNow;

class RegistryClientTest {

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsTheSchemaOfAnId() {
        body = "{\"schema\": \"\\\"string\\\"\"}";
        assertThat(client().schemaOf(7)).contains("\"string\"");
        assertThat(asked).isEqualTo("GET /api/schemas/ids/7");
    }

    @Test
    void findsTheIdOfASchemaUnderItsSubject() {
        body = "{\"subject\": \"s\", \"id\": 12, \"version\": 1}";
        assertThat(client().idOf("tocsin.incident.v1-org.X", "\"string\"")).hasValue(12);
        assertThat(asked).isEqualTo("POST /api/subjects/tocsin.incident.v1-org.X");
    }

    @Test
    void takesTheRegistrysOwn404ForNo() {
        status = 404;
        body = "{\"error_code\": 40403, \"message\": \"Schema not found\"}";
        assertThat(client().schemaOf(7)).isEmpty();
        assertThat(client().idOf("s", "\"string\"")).isEmpty();
    }

    @Test
    void doesNotTakeAnybodyElses404ForNo() {
        status = 404;
        body = "<html>not here</html>";
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().schemaOf(7));
        body = "{}";
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().schemaOf(7));
    }

    @Test
    void waitsWhenTheRegistryIsIll() {
        for (var ill : new int[] {500, 503, 401, 429}) {
            status = ill;
            assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().schemaOf(7));
        }
    }

    @Test
    void waitsWhenTheAnswerMakesNoSense() {
        body = "nonsense";
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().schemaOf(7));
        body = "{}";
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().schemaOf(7));
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().idOf("s", "\"string\""));
    }

    @Test
    void waitsWhenNobodyListens() {
        server.stop(0);
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client().schemaOf(7));
    }

    @Test
    void givesUpOnARegistryThatNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = client(silent.getLocalPort());
            assertThatExceptionOfType(NotNow.class).isThrownBy(() -> client.schemaOf(7));
        }
    }

    private RegistryClient client() {
        return client(server.getAddress().getPort());
    }

    private static RegistryClient client(int port) {
        var url = URI.create(
                "http://%s:%d/api".formatted(InetAddress.getLoopbackAddress().getHostAddress(), port));
        return new RegistryClient(new RegistryProperties(url, Duration.ofMillis(500), Duration.ofMillis(500)));
    }
}
