package org.tocsin.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Base of each service's {@code ProblemAdvice}, the one place where a failure gets its HTTP status (RFC 9457). */
public abstract class Problems {

    /**
     * A problem with a stable code.
     *
     * @param code such as {@code "incident-not-found"}; scripts rely on it
     * @param detail one sentence for a person; never what was sent
     */
    protected static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:tocsin:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }
}
