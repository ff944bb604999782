package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The system as the people outside see it: the public HTTP interface, called with the token of a local account. Stories, demo
 * and benchmark go in by here.
 */
public final class FrontDoors {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Ports ports;

    public FrontDoors(Ports ports) {
        this.ports = ports;
    }

    public Ports ports() {
        return ports;
    }

    /**
     * What a door answered.
     *
     * @param body parsed JSON, or a missing node
     */
    public record Answer(int status, JsonNode body, Map<String, String> headers) {

        /** The body, if the status is the one expected. */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("status %d, code %s (expected: %d)"
                        .formatted(status, body.path("code").asString("-"), expected));
            }
            return body;
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    public Answer submit(String partner, String idempotencyKey, Object incident) {
        return send(
                "POST",
                uri(ports.intake(), "/api/v1/incidents"),
                partner,
                incident,
                Map.of("Idempotency-Key", idempotencyKey));
    }

    public Answer incident(String account, String incidentId) {
        return get(ports.intake(), "/api/v1/incidents/" + incidentId, account);
    }

    public Answer claim(String verifier, String incidentId) {
        return post(ports.intake(), "/api/v1/incidents/" + incidentId + "/claim", verifier, Map.of());
    }

    public Answer verify(String verifier, String incidentId, Object decision) {
        return post(ports.intake(), "/api/v1/incidents/" + incidentId + "/verification", verifier, decision);
    }

    /** {@code GET receipts/{receipt}}, which needs no login. */
    public Answer receipt(String receipt) {
        return send("GET", uri(ports.intake(), "/api/v1/receipts/" + encode(receipt)), "", "", Map.of());
    }

    public Answer appealsOf(String account, String incidentId) {
        return get(ports.alert(), "/api/v1/appeals?incidentId=" + incidentId, account);
    }

    public Answer appeal(String account, String appealId) {
        return get(ports.alert(), "/api/v1/appeals/" + appealId, account);
    }

    public Answer writeLanguage(String account, String appealId, String language, String etag, Object text) {
        return send(
                "PUT",
                uri(ports.alert(), "/api/v1/appeals/%s/languages/%s".formatted(appealId, language)),
                account,
                text,
                Map.of("If-Match", etag));
    }

    public Answer approve(String approver, String appealId) {
        return post(ports.alert(), "/api/v1/appeals/" + appealId + "/approval", approver, Map.of());
    }

    public Answer issue(String approver, String appealId) {
        return post(ports.alert(), "/api/v1/appeals/" + appealId + "/issue", approver, Map.of());
    }

    public Answer hold(String staff, String appealId) {
        return post(ports.alert(), "/api/v1/appeals/" + appealId + "/hold", staff, Map.of());
    }

    public Answer release(String staff, String appealId) {
        return delete(ports.alert(), "/api/v1/appeals/" + appealId + "/hold", staff);
    }

    /** @param notice RELEASED, CORRECTION or WITHDRAWN */
    public Answer recall(String staff, String appealId, String notice) {
        return post(ports.alert(), "/api/v1/appeals/" + appealId + "/recall", staff, Map.of("notice", notice));
    }

    public Answer importMembers(String csv, boolean dryRun) {
        var request = HttpRequest.newBuilder(uri(ports.notification(), "/api/v1/members/import?dryRun=" + dryRun))
                .timeout(PATIENCE)
                .header("Content-Type", "text/csv; charset=UTF-8")
                .header("Authorization", "Bearer " + token("member-admin-one"))
                .POST(BodyPublishers.ofString(csv, StandardCharsets.UTF_8))
                .build();
        return exchange(request);
    }

    public Answer members(String account) {
        return get(ports.notification(), "/api/v1/members?limit=1", account);
    }

    public Answer reach(String account, String appealId) {
        return get(ports.notification(), "/api/v1/appeals/" + appealId + "/reach", account);
    }

    public Answer deliveries(String account, String appealId) {
        return get(ports.notification(), "/api/v1/appeals/" + appealId + "/deliveries?limit=2000", account);
    }

    public Answer timeline(String account, String reference) {
        return get(ports.archive(), "/api/v1/cases/" + inUrl(reference) + "/timeline", account);
    }

    /** A reference as it is written in a URL. */
    static String inUrl(String reference) {
        return reference.replace(" / ", "-").replace(' ', '-');
    }

    public Answer integrity(String account) {
        return get(ports.archive(), "/api/v1/integrity", account);
    }

    /** The quarantine of one service, by its port. */
    public Answer quarantine(int servicePort) {
        return get(servicePort, "/api/v1/quarantine", "operator-one");
    }

    public Answer redrive(int servicePort, String recordId) {
        return post(servicePort, "/api/v1/quarantine/" + recordId + "/redrive", "operator-one", Map.of());
    }

    /** What the mail server captured. */
    public JsonNode captured(String channel) {
        return send("GET", uri(ports.captured(), "/api/messages?channel=" + channel), "", "", Map.of())
                .expect(200);
    }

    public void forgetCaptured() {
        send("DELETE", uri(ports.captured(), "/api/messages"), "", "", Map.of());
    }

    /** Prometheus text of a service's management port. */
    public String metrics(int servicePort) {
        return text(uri(servicePort + ports.managementOffset(), "/actuator/prometheus"));
    }

    public Answer get(int port, String path, String account) {
        return send("GET", uri(port, path), account, "", Map.of());
    }

    public Answer post(int port, String path, String account, Object body) {
        return send("POST", uri(port, path), account, body, Map.of());
    }

    /** A token of the local issuer, kept for the life of this object. */
    public String token(String account) {
        return tokens.computeIfAbsent(account, this::fetchToken);
    }

    private Answer delete(int port, String path, String account) {
        return send("DELETE", uri(port, path), account, "", Map.of());
    }

    private String fetchToken(String account) {
        var basic = Base64.getEncoder().encodeToString((account + ":local-only").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(uri(ports.issuer(), "/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return exchange(request).expect(200).path("access_token").asString();
    }

    private Answer send(String method, URI uri, String account, Object body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        if (!account.isEmpty()) {
            request.header("Authorization", "Bearer " + token(account));
        }
        headers.forEach(request::header);
        if ("".equals(body)) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return exchange(request.build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            var headers = new ConcurrentHashMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            var type = headers.getOrDefault("content-type", "");
            var json = type.contains("json") && response.body().length > 0;
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(json ? response.body() : "{}".getBytes(StandardCharsets.UTF_8)),
                    headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String text(URI uri) {
        try {
            return http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
