package org.tocsin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.tocsin.platform.observability.Places;

/** The answers to callers without a token, with a bad one, or without the role. Why a token is bad is not told. */
final class SecurityProblems implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);

    private final ProblemWriter problems;
    private final ObjectProvider<Denials> denials;

    SecurityProblems(ProblemWriter problems, ObjectProvider<Denials> denials) {
        this.problems = problems;
        this.denials = denials;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            LOG.warn("tokens cannot be checked: {}", Places.of(failure));
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(
                    request,
                    response,
                    Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE, "issuer-unavailable", "Tokens cannot be checked now."));
            return;
        }
        if (!ProblemWriter.isApi(request)) {
            problems.write(request, response, Problems.problem(HttpStatus.NOT_FOUND, "not-found", "Nothing is here."));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(
                request,
                response,
                Problems.problem(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid bearer token is required."));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        commence(request, response, failure);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        // without a pattern no handler was found, and the path is the caller's words
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (pattern != null && caller != null) {
            denials.ifAvailable(to -> to.denied(caller.getName(), request.getMethod() + " " + pattern));
        }
        problems.write(
                request,
                response,
                Problems.problem(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this."));
    }
}
