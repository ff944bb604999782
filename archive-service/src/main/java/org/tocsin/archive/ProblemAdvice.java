package org.tocsin.archive;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.archive.timeline.CaseNotFound;
import org.tocsin.platform.web.Problems;

/** The one place where a failure of this service gets its HTTP status. */
@RestControllerAdvice
class ProblemAdvice extends Problems {

    @ExceptionHandler
    ProblemDetail on(CaseNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "case-not-found", "No case has this reference.");
    }
}
