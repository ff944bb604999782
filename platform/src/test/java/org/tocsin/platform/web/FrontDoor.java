package org.tocsin.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test service as a caller meets it. */
final class FrontDoor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    final TestIssuer issuer;
    final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    FrontDoor(TestIssuer issuer) {
        this.issuer = issuer;
        context = new SpringApplicationBuilder(TestService.class)
                .run(
                        "--spring.config.import=classpath:platform.yaml",
                        "--spring.application.name=test-service",
                        "--spring.cloud.function.definition=",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--management.endpoint.health.validate-group-membership=false",
                        "--tocsin.kafka.brokers=127.0.0.1:1",
                        "--tocsin.security.issuer-uri=" + issuer.uri());
    }

    int port(String name) {
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("local.server.port") + path));
    }

    HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("local.management.port") + path));
    }

    HttpRequest.Builder as(Role role, String path) {
        return request(path).header("Authorization", "Bearer " + issuer.token("some-account", role));
    }

    HttpRequest.Builder partner(String path) {
        return as(Role.PARTNER, path);
    }

    HttpRequest.Builder post(String path, String json) {
        return partner(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "1")
                .POST(BodyPublishers.ofString(json));
    }

    /** Without a length in its headers. */
    HttpRequest.Builder postChunked(String path, String body) {
        return partner(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "1")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String code(HttpResponse<String> response) {
        return json(response).path("code").asString("");
    }

    static @Nullable String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Override
    public void close() {
        context.close();
        issuer.close();
    }
}
