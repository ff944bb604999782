package org.tocsin.platform.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Base of each service's {@code ProblemAdvice}, the one place where a failure gets its HTTP status (RFC 9457). It is
 * asked before the platform's own advice, which knows the failures that every service shares.
 */
@Order(0)
public abstract class Problems {

    private static final String NAMESPACE = "urn:tocsin:problem:";

    /**
     * A problem with a stable code.
     *
     * @param code such as {@code "incident-not-found"}; scripts rely on it
     * @param detail one sentence for a person; never what was sent
     */
    protected static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(NAMESPACE + code));
        problem.setProperty("code", code);
        return problem;
    }

    /** A problem that names the properties at fault. */
    protected static ProblemDetail problem(HttpStatus status, String code, String detail, List<FieldFault> faults) {
        var problem = problem(status, code, detail);
        problem.setProperty("errors", faults);
        return problem;
    }

    /** A problem that waiting may heal, with {@code Retry-After}. */
    protected static ResponseEntity<ProblemDetail> retryLater(
            HttpStatus status, String code, String detail, Duration after) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()))
                .body(problem(status, code, detail));
    }
}
