package org.tocsin.platform.web;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.platform.audit.AuditTrail;

/** A service without database and Kafka, whose handlers fail in each way a handler can. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({TestService.Reports.class, TestService.Pages.class, TestService.ProblemAdvice.class})
class TestService {

    @Bean
    PublicPaths open() {
        return PublicPaths.of("/m/{token}", "/api/v1/receipts/{receipt}");
    }

    @Bean
    AuditLog auditLog() {
        return new AuditLog();
    }

    @Bean
    Spans spans() {
        return new Spans();
    }

    /** What a collector of traces would see. */
    static final class Spans implements SpanExporter {
        final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            spans.forEach(span -> seen.add(String.join(
                    "|",
                    span.getName(),
                    span.getAttributes().toString(),
                    span.getStatus().toString(),
                    span.getEvents().stream()
                            .map(event -> event.getAttributes().toString())
                            .toList()
                            .toString())));
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    static final class AuditLog implements AuditTrail {
        final List<String> entries = new CopyOnWriteArrayList<>();

        @Override
        public void record(String actor, String action, String subject, Outcome outcome) {
            entries.add(String.join("|", actor, action, subject, outcome.name()));
        }
    }

    static final class NoSuchReport extends RuntimeException {}

    @RestControllerAdvice
    static class ProblemAdvice extends Problems {
        @ExceptionHandler
        ProblemDetail on(NoSuchReport e) {
            return problem(HttpStatus.GONE, "report-gone", "The report is gone.");
        }
    }

    enum Urgency {
        URGENT,
        NORMAL
    }

    record Person(@NotBlank @Nullable String name) {}

    record Report(
            @NotNull @Nullable Urgency urgency,
            @Nullable LocalDate day,
            @Max(10) @Nullable Integer count,
            @Valid @Size(max = 2) @Nullable List<Person> persons,
            @Nullable UUID reference,
            @Nullable String text) {}

    @RestController
    static class Reports {

        @GetMapping("/api/v1/whoami")
        @PreAuthorize("isAuthenticated()")
        Caller whoami(Caller caller) {
            return caller;
        }

        @PostMapping("/api/v1/reports")
        @PreAuthorize("hasRole('PARTNER')")
        Map<String, Object> submit(@RequestHeader("Idempotency-Key") String key, @Valid @RequestBody Report report) {
            return Map.of("text", String.valueOf(report.text()));
        }

        @PostMapping("/api/v1/reports/raw")
        @PreAuthorize("hasRole('PARTNER')")
        long raw(InputStream body) throws IOException {
            return body.readAllBytes().length;
        }

        @PutMapping("/api/v1/reports/{id}")
        @PreAuthorize("hasRole('PARTNER')")
        ResponseEntity<Void> edit(
                @PathVariable UUID id, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
            if (IfMatch.version(ifMatch) != 3) {
                throw new PreconditionFailed();
            }
            return ResponseEntity.ok().eTag(IfMatch.etag(4)).build();
        }

        @GetMapping("/api/v1/reports")
        @PreAuthorize("hasRole('PARTNER')")
        List<String> list(@RequestParam @Max(100) int limit) {
            return List.of();
        }

        @GetMapping("/api/v1/failing/{how}")
        @PreAuthorize("hasRole('PARTNER')")
        void fail(@PathVariable String how) {
            switch (how) {
                case "away" -> throw new CannotGetJdbcConnectionException(Canary.TEXT);
                case "slow" -> throw new QueryTimeoutException(Canary.TEXT);
                case "rule" -> throw new InvalidRequest(List.of(new FieldFault("/day", "must not be in the future")));
                case "gone" -> throw new NoSuchReport();
                case "row" ->
                    throw new DataIntegrityViolationException(
                            Canary.TEXT, new IllegalStateException("Key (name)=(%s) exists".formatted(Canary.TEXT)));
                case "error" -> throw new AssertionError(Canary.TEXT);
                default -> throw new IllegalArgumentException(how);
            }
        }

        @GetMapping("/internal/v1/keys/{id}")
        @PreAuthorize("hasRole('SERVICE')")
        String key(@PathVariable UUID id) {
            return "{}";
        }

        @Public
        @GetMapping("/api/v1/receipts/{receipt}")
        String receipt(@PathVariable String receipt) {
            return "{}";
        }
    }

    @RestController
    static class Pages {

        @Public
        @GetMapping("/m/{token}")
        void page(@PathVariable String token) {
            throw new NoSuchReport();
        }
    }
}
