package org.tocsin.platform.inbox;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.platform.web.Problems;

/** Failures of the quarantine's API. */
@RestControllerAdvice(assignableTypes = QuarantineController.class)
class QuarantineProblems extends Problems {

    @ExceptionHandler
    ProblemDetail on(QuarantinedRecordNotFound e) {
        return problem(
                HttpStatus.NOT_FOUND, "quarantined-record-not-found", "There is no such record in the quarantine.");
    }

    @ExceptionHandler
    ProblemDetail on(QuarantinedRecordNotFailed e) {
        return problem(
                HttpStatus.CONFLICT,
                "quarantined-record-not-failed",
                "The record is done already, or waits untried behind another.");
    }
}
