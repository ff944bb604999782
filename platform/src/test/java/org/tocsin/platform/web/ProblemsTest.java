package org.tocsin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.web.FrontDoor.code;
import static org.tocsin.platform.web.FrontDoor.header;
import static org.tocsin.platform.web.FrontDoor.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told when it goes wrong: status, stable code, place. */
class ProblemsTest {

    private static final String REPORTS = "/api/v1/reports";

    @SuppressWarnings("NullAway.Init")
    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = new FrontDoor(new TestIssuer());
    }

    @AfterAll
    static void shut() {
        door.close();
    }

    @Test
    void acceptsAReadableReport() {
        var response = door.send(door.post(
                REPORTS, "{\"urgency\": \"URGENT\", \"day\": \"2026-11-20\", \"count\": 1, \"text\": \"a\\u0000b\"}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("text").asString()).isEqualTo("ab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"urgency": "URGENT", "nickname": "x"}               | unknown-property | /nickname
            {"persons": [{"name": "a"}, {"age": 3}]}             | unknown-property | /persons/1/age
            {"a b": 1}                                           | unknown-property | ``
            {"urgency": "SOON"}                                  | unreadable       | /urgency
            {"urgency": 0}                                       | unreadable       | /urgency
            {"day": "yesterday"}                                 | unreadable       | /day
            {"count": "1"}                                       | unreadable       | /count
            {"count": 1.5}                                       | unreadable       | /count
            {"count": 99999999999}                               | unreadable       | /count
            {"persons": {"name": "a"}}                           | unreadable       | /persons
            {"persons": ["a"]}                                   | unreadable       | /persons/0
            {"reference": "1-2"}                                 | unreadable       | /reference
            {"text": 5}                                          | unreadable       | /text
            """)
    void pointsAtThePropertyThatCannotBeRead(String body, String code, String pointer) {
        var response = door.send(door.post(REPORTS, body));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo(code);
        assertThat(json(response).at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(json(response).at("/errors/0/message").asString()).isNotBlank();
        assertThat(json(response).has("instance")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "nonsense",
                "{\"urgency\": \"URGENT\"} {}",
                "{\"urgency\": \"URGENT\", \"urgency\": \"NORMAL\"}",
                "{\"urgency\": \"URG"
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        var response = door.send(door.post(REPORTS, body));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("unreadable");
    }

    @Test
    void limitsDepthAndLengths() {
        for (var body : new String[] {
            "{\"persons\": " + "[".repeat(30) + "]".repeat(30) + "}",
            "{\"text\": \"" + "x".repeat(70_000) + "\"}",
            "{\"count\": " + "1".repeat(100) + "}",
            "{\"" + "n".repeat(200) + "\": 1}"
        }) {
            var response = door.send(door.post(REPORTS, body));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(code(response)).isEqualTo("unreadable");
        }
    }

    @Test
    void namesEachFieldThatBreaksARule() {
        var response =
                door.send(door.post(REPORTS, "{\"count\": 11, \"persons\": [{\"name\": \"a\"}, {\"name\": \" \"}]}"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(code(response)).isEqualTo("invalid-fields");
        assertThat(json(response).path("errors").findValuesAsString("pointer"))
                .containsExactly("/count", "/persons/1/name", "/urgency");
        assertThat(code(door.send(door.partner("/api/v1/failing/rule")))).isEqualTo("invalid-fields");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        var large = "{\"text\": \"%s\"}".formatted("x ".repeat(140 * 1024));
        var limit = (int) BodyLimitFilter.LIMIT.toBytes();
        for (var request : new java.net.http.HttpRequest.Builder[] {
            door.post(REPORTS, large),
            door.postChunked(REPORTS, " ".repeat(limit) + "{}"),
            door.postChunked("/api/v1/reports/raw", "x".repeat(limit + 1))
        }) {
            var response = door.send(request);
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(code(response)).isEqualTo("too-large");
        }
        assertThat(door.send(door.postChunked("/api/v1/reports/raw", "x".repeat(limit)))
                        .body())
                .isEqualTo("" + limit);
    }

    @Test
    void refusesCompressedBodies() {
        var response = door.send(door.post(REPORTS, "{}").header("Content-Encoding", "gzip"));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(code(response)).isEqualTo("unsupported-content-encoding");
    }

    @Test
    void asksForTheHeaderThatIsMissing() {
        var response = door.send(door.partner(REPORTS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"urgency\": \"URGENT\", \"count\": 1}")));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("missing-header");
        assertThat(json(response).path("detail").asString()).contains("Idempotency-Key");
    }

    @Test
    void asksForTheVersionThatWasRead() {
        var path = REPORTS + "/" + UUID.randomUUID();
        var put = door.partner(path).PUT(BodyPublishers.noBody());
        assertThat(code(door.send(put))).isEqualTo("precondition-required");
        assertThat(door.send(put).statusCode()).isEqualTo(428);
        for (var stale : new String[] {"\"2\"", "W/\"3\"", "*", "x"}) {
            var response = door.send(put.copy().setHeader("If-Match", stale));
            assertThat(response.statusCode()).isEqualTo(412);
            assertThat(code(response)).isEqualTo("precondition-failed");
        }
        var edited = door.send(put.copy().setHeader("If-Match", "\"3\""));
        assertThat(header(edited, "ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/reports?limit=x,   400, invalid-parameter",
        "GET,    /api/v1/reports?limit=101, 400, invalid-parameter",
        "GET,    /api/v1/reports,           400, missing-parameter",
        "GET,    /api/v1/nothing,           404, not-found",
        "PUT,    /api/v1/reports/7,         404, not-found",
        "DELETE, /api/v1/reports,           405, method-not-allowed",
        "GET,    /api/v1/failing/away,      503, unavailable",
        "GET,    /api/v1/failing/slow,      503, unavailable",
        "GET,    /api/v1/failing/row,       500, internal-error",
        "GET,    /api/v1/failing/error,     500, internal-error",
        "GET,    /api/v1/failing/x,         500, internal-error",
        "GET,    /api/v1/failing/gone,      410, report-gone",
        "GET,    /api/v1/%2e%2e/x,          400, bad-request",
    })
    void hasOneStatusAndCodeForEachFailure(String method, String path, int status, String code) {
        var response = door.send(door.partner(path).method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).path("type").asString()).isEqualTo("urn:tocsin:problem:" + code);
        assertThat(header(response, "Retry-After")).isEqualTo(status == 503 ? "5" : null);
    }

    @Test
    void readsAndWritesJsonAlone() {
        var xml = door.send(door.partner(REPORTS)
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "1")
                .POST(BodyPublishers.ofString("<a/>")));
        assertThat(code(xml)).isEqualTo("unsupported-media-type");
        var wanted = door.send(door.partner(REPORTS + "?limit=1").header("Accept", "image/png"));
        assertThat(wanted.statusCode()).isEqualTo(406);
        assertThat(code(wanted)).isEqualTo("not-acceptable");
        assertThat(header(door.send(door.partner(REPORTS).DELETE()), "Allow")).contains("POST");
    }
}
