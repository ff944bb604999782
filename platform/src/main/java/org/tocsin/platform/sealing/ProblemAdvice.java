package org.tocsin.platform.sealing;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.platform.web.Problems;

/** A request that needs a data key waits for the service that keeps them. */
@RestControllerAdvice
class ProblemAdvice extends Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(KeyUnavailable e) {
        return retryLater(
                HttpStatus.SERVICE_UNAVAILABLE,
                "keys-unavailable",
                "Sealed data cannot be read now. Try again shortly.",
                Duration.ofSeconds(5));
    }
}
