package org.tocsin.intake;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.intake.incident.ClaimHeld;
import org.tocsin.intake.incident.IdempotencyKeyReused;
import org.tocsin.intake.incident.IncidentConflict;
import org.tocsin.intake.incident.IncidentNotFound;
import org.tocsin.intake.incident.MalformedIdempotencyKey;
import org.tocsin.intake.incident.ReceiptNotFound;
import org.tocsin.intake.incident.TooManyLookUps;
import org.tocsin.intake.vault.KeyNotFound;
import org.tocsin.intake.vault.KeyShredded;
import org.tocsin.platform.web.Problems;

/** The one place where a failure of this service gets its HTTP status. */
@RestControllerAdvice
class ProblemAdvice extends Problems {

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    @ExceptionHandler
    ProblemDetail on(IncidentNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "incident-not-found", sentence(e));
    }

    @ExceptionHandler
    ProblemDetail on(ReceiptNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "receipt-not-found", sentence(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooManyLookUps e) {
        return retryLater(HttpStatus.TOO_MANY_REQUESTS, "too-many-look-ups", sentence(e), e.retryAfter());
    }

    @ExceptionHandler
    ProblemDetail on(MalformedIdempotencyKey e) {
        return problem(HttpStatus.BAD_REQUEST, "malformed-idempotency-key", sentence(e));
    }

    @ExceptionHandler
    ProblemDetail on(IdempotencyKeyReused e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", sentence(e));
    }

    @ExceptionHandler
    ProblemDetail on(ClaimHeld e) {
        var problem = problem(HttpStatus.CONFLICT, "claim-held", sentence(e));
        problem.setProperty("claimedBy", e.claim().by());
        problem.setProperty("claimedAt", e.claim().at());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(IncidentConflict e) {
        return switch (e.reason()) {
            case REQUEST_IN_FLIGHT -> retryLater(HttpStatus.CONFLICT, "request-in-flight", sentence(e), SHORTLY);
            case ILLEGAL_TRANSITION -> conflict("illegal-transition", e);
            case NOT_CLAIMED -> conflict("not-claimed", e);
            case OWN_REPORT -> conflict("own-report", e);
        };
    }

    @ExceptionHandler
    ProblemDetail on(KeyNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "key-not-found", sentence(e));
    }

    @ExceptionHandler
    ProblemDetail on(KeyShredded e) {
        return problem(HttpStatus.GONE, "key-shredded", sentence(e));
    }

    private static ResponseEntity<ProblemDetail> conflict(String code, Exception e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem(HttpStatus.CONFLICT, code, sentence(e)));
    }

    private static String sentence(Exception e) {
        var message = String.valueOf(e.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
