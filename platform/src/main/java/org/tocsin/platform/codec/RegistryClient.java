package org.tocsin.platform.codec;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tocsin.platform.inbox.NotNow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a registry with the Confluent REST API. Looks up only: registering is the deployment's business. */
class RegistryClient {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NOT_FOUND = 404;

    private final RegistryProperties settings;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();

    RegistryClient(RegistryProperties settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * The schema behind an id.
     *
     * @return empty when the registry answers that it has none
     * @throws NotNow when it gives no usable answer
     */
    Optional<String> schemaOf(int id) {
        return ask(request("/schemas/ids/" + id).GET())
                .map(answer -> answer.path("schema")
                        .stringValueOpt()
                        .orElseThrow(() -> notNow(new IOException("an answer without schema"))));
    }

    /**
     * The id of a schema under a subject.
     *
     * @return empty when it is not registered there
     * @throws NotNow when the registry gives no usable answer
     */
    OptionalInt idOf(String subject, String definition) {
        var body = json.writeValueAsString(Map.of("schema", definition, "schemaType", "AVRO"));
        var path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        var answer = ask(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.isEmpty()) {
            return OptionalInt.empty();
        }
        var id = answer.get().path("id").intValueOpt();
        if (id.isEmpty()) {
            throw notNow(new IOException("an answer without id"));
        }
        return id;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(settings.answerTimeout())
                .header("Content-Type", CONTENT_TYPE)
                .header("Accept", CONTENT_TYPE);
    }

    private Optional<JsonNode> ask(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(json.readTree(answer.body()));
                case NOT_FOUND -> notFound(answer.body());
                default -> throw notNow(new IOException("status " + answer.statusCode()));
            };
        } catch (IOException | JacksonException e) {
            throw notNow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notNow(e);
        }
    }

    /** A 404 counts only with the registry's own error code: a proxy's or a wrong path's says nothing about schemas. */
    private Optional<JsonNode> notFound(String body) {
        if (json.readTree(body).path("error_code").asInt(0) / 100 != NOT_FOUND) {
            throw notNow(new IOException("status 404 without an error code of the registry"));
        }
        return Optional.empty();
    }

    private static NotNow notNow(Exception cause) {
        return new NotNow("schema registry", cause);
    }
}
