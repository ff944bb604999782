package org.tocsin.platform.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tocsin.platform.observability.Places;

/** The failures that every service shares. Nothing that was sent comes back, neither in an answer nor in a log. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends Problems {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException e) {
        return causedBy(e, BodyTooLarge.class) ? BodyLimitFilter.tooLarge() : JsonFaults.explain(e.getCause());
    }

    @ExceptionHandler
    ProblemDetail on(BodyTooLarge e) {
        return BodyLimitFilter.tooLarge();
    }

    @ExceptionHandler
    ProblemDetail on(InvalidRequest e) {
        return invalid(e.faults());
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentNotValidException e) {
        return invalid(faults(e));
    }

    @ExceptionHandler
    ProblemDetail on(HandlerMethodValidationException e) {
        var faults = e.getBeanResults().stream()
                .flatMap(errors -> faults(errors).stream())
                .toList();
        return faults.isEmpty() ? badParameter(nameOf(e)) : invalid(faults);
    }

    @ExceptionHandler
    ProblemDetail on(MissingRequestHeaderException e) {
        return e.getHeaderName().equalsIgnoreCase(HttpHeaders.IF_MATCH)
                ? on(new PreconditionRequired())
                : problem(
                        HttpStatus.BAD_REQUEST,
                        "missing-header",
                        "The header %s is required.".formatted(e.getHeaderName()));
    }

    @ExceptionHandler
    ProblemDetail on(MissingServletRequestParameterException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "missing-parameter",
                "The parameter %s is required.".formatted(e.getParameterName()));
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? notFound() // no such thing can exist
                : badParameter(e.getName());
    }

    @ExceptionHandler
    ProblemDetail on(PreconditionRequired e) {
        return problem(
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                "The header If-Match must name the version that was read.");
    }

    @ExceptionHandler
    ProblemDetail on(PreconditionFailed e) {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                "precondition-failed",
                "It was changed since: read it again, then repeat with the new version in If-Match.");
    }

    /** A header holds what none may hold, which shows when a handler asks for it. */
    @ExceptionHandler
    ProblemDetail on(RequestRejectedException e) {
        return ofStatus(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> onDatabaseAway(Exception e) {
        LOG.warn("the database does not answer: {}", Places.of(e));
        return retryLater(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "This cannot be done now. Try again shortly.", SOON);
    }

    /** Left to the filter chain, which knows whether a token is missing or a role. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void onRefused(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> onAnythingElse(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ResponseEntity.status(known.getStatusCode())
                    .headers(known.getHeaders())
                    .body(ofStatus(HttpStatus.valueOf(known.getStatusCode().value())));
        }
        LOG.error("failed: {}", Places.of(e));
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body(ofStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    static ProblemDetail ofStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> notFound();
            case METHOD_NOT_ALLOWED -> problem(status, "method-not-allowed", "This cannot be done here.");
            case NOT_ACCEPTABLE -> problem(status, "not-acceptable", "It cannot be had in the form asked for.");
            case UNSUPPORTED_MEDIA_TYPE ->
                problem(status, "unsupported-media-type", "A body of this content type is not read here.");
            case CONTENT_TOO_LARGE -> BodyLimitFilter.tooLarge();
            case UNAUTHORIZED -> problem(status, "unauthenticated", "A valid bearer token is required.");
            case FORBIDDEN -> problem(status, "forbidden", "Your role does not allow this.");
            default ->
                status.is4xxClientError()
                        ? problem(status, "bad-request", "The request cannot be understood.")
                        : problem(status, "internal-error", "It failed on our side. Nothing was changed.");
        };
    }

    private static ProblemDetail notFound() {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Nothing is here.");
    }

    private static ProblemDetail badParameter(String name) {
        return problem(HttpStatus.BAD_REQUEST, "invalid-parameter", "The parameter %s cannot be read.".formatted(name));
    }

    private static ProblemDetail invalid(List<FieldFault> faults) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Fields of the body break a rule.", faults);
    }

    private static List<FieldFault> faults(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> new FieldFault(
                        error instanceof FieldError field ? Pointers.of(field.getField()) : "",
                        String.valueOf(error.getDefaultMessage())))
                .sorted(Comparator.comparing(FieldFault::pointer).thenComparing(FieldFault::message))
                .toList();
    }

    private static String nameOf(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .map(result -> String.valueOf(result.getMethodParameter().getParameterName()))
                .findFirst()
                .orElse("");
    }

    private static boolean causedBy(Throwable failure, Class<?> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
