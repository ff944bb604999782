package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schema registry as a process of its own, on loopback: Apicurio, spoken to in Confluent's REST dialect. Every subject
 * is held to FULL_TRANSITIVE, and the ids it gave out stay what they were through every new start.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String RULE = "FULL_TRANSITIVE";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final Folders folder;
    private final int port;
    private final int managementPort;
    private final List<String> storage;
    private @Nullable ChildProcess server;

    private EmbeddedRegistry(Folders folder, int port, List<String> storage) {
        this.folder = folder;
        this.port = port;
        this.managementPort = Loopback.port(0);
        this.storage = storage;
    }

    /** On a free port, without data that outlives it. */
    public static EmbeddedRegistry start() {
        return start(null, 0);
    }

    /**
     * With its data in files.
     *
     * @param data where it stays between runs; null: in a folder that goes with it
     * @param port 0: a free one
     */
    public static EmbeddedRegistry start(@Nullable Path data, int port) {
        var folder = Folders.at(data, "registry");
        return started(folder, port, List.of("-Dapicurio.datasource.url=jdbc:h2:file:" + folder.file("registry")));
    }

    /** With its data in a database of the given server; the folder holds no more than its log. */
    public static EmbeddedRegistry start(EmbeddedPostgres postgres, String database, @Nullable Path logs, int port) {
        postgres.createDatabase(database);
        var storage = List.of(
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.url=" + postgres.url(database),
                "-Dapicurio.datasource.username=" + postgres.user(),
                "-Dapicurio.datasource.password=" + postgres.password());
        return started(Folders.at(logs, "registry"), port, storage);
    }

    private static EmbeddedRegistry started(Folders folder, int port, List<String> storage) {
        var registry = new EmbeddedRegistry(folder, Loopback.port(port), storage);
        try {
            registry.restart();
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** The base of Confluent's REST API. */
    public String url() {
        return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(port);
    }

    public Path log() {
        return folder.file("registry.log");
    }

    /** Registers an Avro schema under a subject, or finds it there, and returns its id. */
    public int register(String subject, String schema) {
        var body = json.writeValueAsString(Map.of("schemaType", "AVRO", "schema", schema));
        var path = "/subjects/" + URLEncoder.encode(subject, UTF_8) + "/versions";
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "the registry refused %s with %d: %s".formatted(subject, answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body()).required("id").asInt();
    }

    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** Starts a stopped registry again, on the same port with the same data. */
    public void restart() {
        stop();
        var command = new ArrayList<String>(List.of(
                Jvm.program(),
                "-Xmx112m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.rules.global.compatibility=" + RULE,
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=5"));
        command.addAll(storage);
        command.addAll(List.of("-jar", program().toString()));
        server = ChildProcess.start("The schema registry", command, Map.of(), log());
        Readiness.await(server, PATIENCE, this::answers);
    }

    /** Its process; empty while it is stopped or killed. */
    public Optional<ChildProcess> process() {
        return Optional.ofNullable(server);
    }

    @Override
    public void close() {
        stop();
        folder.tidy();
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the registry does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerFailed("interrupted while the registry answered");
        }
    }

    /** Unpacked by the build of this module, which writes down where. */
    private static Path program() {
        var places = new Properties();
        try (InputStream file = EmbeddedRegistry.class.getResourceAsStream("embedded.properties")) {
            places.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("embedded.properties is not readable", e);
        }
        var program = Path.of(places.getProperty("registry.home", ""), "quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new PeerFailed(
                    "The schema registry is not unpacked in %s; build deploy/embedded.".formatted(program));
        }
        return program;
    }
}
