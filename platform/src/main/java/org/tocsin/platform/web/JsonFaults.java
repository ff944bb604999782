package org.tocsin.platform.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body could not be read, told by place and expectation, never by content. */
final class JsonFaults {

    private JsonFaults() {}

    static ProblemDetail explain(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                Problems.problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown-property",
                        "The body has a property that is not known here.",
                        fault(unknown, "is not known; known are " + known(unknown)));
            case JacksonException other
            when !other.getPath().isEmpty() ->
                Problems.problem(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        "A property of the body cannot be read.",
                        fault(other, expectation(other)));
            case JacksonException other -> unreadable("The body is not readable as JSON%s.".formatted(place(other)));
            case null, default -> unreadable("A readable body is required.");
        };
    }

    private static ProblemDetail unreadable(String detail) {
        return Problems.problem(HttpStatus.BAD_REQUEST, "unreadable", detail);
    }

    private static List<FieldFault> fault(JacksonException failure, String message) {
        return List.of(new FieldFault(Pointers.of(failure.getPath()), message));
    }

    private static String known(UnrecognizedPropertyException failure) {
        Collection<Object> ids = Objects.requireNonNullElse(failure.getKnownPropertyIds(), List.of());
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expectation(JacksonException failure) {
        return switch (failure) {
            case InvalidFormatException mismatch -> expected(mismatch.getTargetType());
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> "cannot be read";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        if (type.isEnum()) {
            return "expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "expected a date or time of ISO 8601";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "expected true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "expected a number";
        }
        if (type == UUID.class) {
            return "expected a UUID";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "expected a string";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "expected a list" : "cannot be read";
    }

    private static String place(JacksonException failure) {
        var location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
