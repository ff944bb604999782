package org.tocsin.notification;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.notification.delivery.DeliveryNotFound;
import org.tocsin.notification.delivery.DeliveryNotRetryable;
import org.tocsin.notification.delivery.NotPlanned;
import org.tocsin.notification.feedback.LinkNotFound;
import org.tocsin.notification.member.ContactNotFound;
import org.tocsin.notification.member.MemberExists;
import org.tocsin.notification.member.MemberNotFound;
import org.tocsin.platform.web.Problems;

/** The one place where a failure of this service gets its HTTP status. */
@RestControllerAdvice
class ProblemAdvice extends Problems {

    @ExceptionHandler
    ProblemDetail on(MemberNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "member-not-found", "Nobody is a member under this id.");
    }

    @ExceptionHandler
    ProblemDetail on(MemberExists e) {
        return problem(HttpStatus.CONFLICT, "member-exists", "A member has this id already.");
    }

    @ExceptionHandler
    ProblemDetail on(ContactNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "contact-not-found", "The member has no such contact.");
    }

    @ExceptionHandler
    ProblemDetail on(NotPlanned e) {
        return problem(HttpStatus.NOT_FOUND, "not-planned", "Nothing is planned for this appeal.");
    }

    @ExceptionHandler
    ProblemDetail on(DeliveryNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "delivery-not-found", "The appeal has no such delivery.");
    }

    @ExceptionHandler
    ProblemDetail on(DeliveryNotRetryable e) {
        return problem(
                HttpStatus.CONFLICT,
                "delivery-not-retryable",
                "Only a delivery that failed or is deferred, of an appeal not cancelled, can be tried again.");
    }

    @ExceptionHandler
    ProblemDetail on(LinkNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Nothing is here.");
    }
}
