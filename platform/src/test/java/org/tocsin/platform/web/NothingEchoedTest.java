package org.tocsin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.web.Canary.TEXT;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever was sent, wherever in the request: it is in no answer, in no line of the log and in no trace. */
@ExtendWith(OutputCaptureExtension.class)
class NothingEchoedTest {

    @Test
    void neitherAnswersNorLogsNorTracesRepeatWhatWasSent(CapturedOutput log) {
        try (var door = new FrontDoor(new TestIssuer())) {
            for (var request : requests(door)) {
                var response = door.send(request);
                assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
                assertThat(everything(response)).doesNotContain(TEXT.toLowerCase(Locale.ROOT));
            }
            assertThat(log.getAll().toLowerCase(Locale.ROOT)).doesNotContain(TEXT.toLowerCase(Locale.ROOT));
            door.context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
            assertThat(door.context.getBean(TestService.Spans.class).seen)
                    .anySatisfy(span -> assertThat(span).contains("exception.type"))
                    .allSatisfy(span ->
                            assertThat(span.toLowerCase(Locale.ROOT)).doesNotContain(TEXT.toLowerCase(Locale.ROOT)));
            assertThat(log.getAll()).contains("\"message\":\"failed: ", "DataIntegrityViolationException");
        }
    }

    private static List<HttpRequest.Builder> requests(FrontDoor door) {
        var reports = "/api/v1/reports";
        return List.of(
                door.post(reports, "{\"urgency\": \"%s\"}".formatted(TEXT)),
                door.post(reports, "{\"day\": \"%s\"}".formatted(TEXT)),
                door.post(reports, "{\"text\": {\"%s\": 1}}".formatted(TEXT)),
                door.post(reports, "{\"%s x\": 1}".formatted(TEXT)),
                door.post(reports, TEXT),
                door.post(reports, "{\"text\": \"%s".formatted(TEXT)),
                door.post(reports, "{\"persons\": [{\"name\": \"%s\"}, {}, {}]}".formatted(TEXT)),
                door.postChunked(reports, TEXT + " ".repeat(300_000)),
                door.post(reports, "{}").setHeader("Content-Type", "text/" + TEXT),
                door.post(reports, "{}").header("Content-Encoding", TEXT),
                door.post(reports + "?x=" + TEXT, "{}"),
                door.request(reports).header("Authorization", "Bearer " + TEXT),
                door.request(reports).header("Authorization", TEXT),
                door.request("/" + TEXT),
                door.request("/m/" + TEXT).header("Accept", "text/html"),
                door.partner("/api/v1/" + TEXT),
                door.partner("/api/v1/failing/" + TEXT),
                door.partner("/api/v1/failing/row"),
                door.partner("/api/v1/failing/away"),
                door.partner("/api/v1/failing/error"),
                door.partner("/api/v1/%2e%2e/" + TEXT),
                door.partner("/api/v1/reports?limit=" + TEXT),
                door.partner("/api/v1/reports?limit=1").header("Accept", TEXT),
                door.partner("/api/v1/reports?limit=1").header("Accept", "text/" + TEXT),
                door.partner("/api/v1/reports/" + TEXT).PUT(BodyPublishers.noBody()),
                door.partner("/api/v1/reports").method(TEXT, BodyPublishers.noBody()),
                door.as(Role.ANALYST, "/internal/v1/keys/" + TEXT));
    }

    private static String everything(HttpResponse<String> response) {
        return (response.body() + response.headers()).toLowerCase(Locale.ROOT);
    }
}
