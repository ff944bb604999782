package org.tocsin.platform.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the rule about HTTP statuses is made of: a handler may name its success, not a failure. */
final class Statuses {

    private static final Set<String> ERRORS_OF_RESPONSE_ENTITY = Set.of(
            "badRequest", "notFound", "unprocessableEntity", "unprocessableContent", "internalServerError", "of");
    private static final Set<String> STATUS_OF_SERVLET = Set.of("setStatus", "sendError");

    private Statuses() {}

    static ArchCondition<JavaClass> notDecideErrorStatuses() {
        return new ArchCondition<>("leave error statuses to ProblemAdvice") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations(type).forEach(violation -> events.add(SimpleConditionEvent.violated(type, violation)));
            }
        };
    }

    private static Stream<String> violations(JavaClass type) {
        var constants = type.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(HttpStatus.class))
                .filter(access -> isError(access.getTarget().getName()))
                .map(access -> access.getDescription());
        var calls = type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(ResponseEntity.class)
                                && ERRORS_OF_RESPONSE_ENTITY.contains(call.getName())
                        || call.getTargetOwner().isAssignableTo(HttpServletResponse.class)
                                && STATUS_OF_SERVLET.contains(call.getName()))
                .map(call -> call.getDescription());
        var exceptions = type.getConstructorCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isAssignableTo(ResponseStatusException.class))
                .map(call -> call.getDescription());
        var annotations = type.getMethods().stream()
                .flatMap(method -> method.tryGetAnnotationOfType(ResponseStatus.class).stream()
                        .filter(annotation -> annotation.value().isError()
                                || annotation.code().isError()
                                        && !annotation.code().equals(HttpStatus.INTERNAL_SERVER_ERROR))
                        .map(annotation -> method.getDescription() + " is annotated with an error status"));
        return Stream.of(constants, calls, exceptions, annotations).flatMap(violation -> violation);
    }

    private static boolean isError(String constant) {
        return Stream.of(HttpStatus.values()).anyMatch(status -> status.name().equals(constant) && status.isError());
    }
}
