package org.tocsin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is involved: as JSON, or as a page for a browser outside the API. */
final class ProblemWriter {

    private static final List<String> API = List.of("/api/", "/internal/", "/actuator/", "/v3/");

    private final JsonMapper json;
    private final ProblemPage page;

    ProblemWriter(JsonMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem) throws IOException {
        var asPage = wantsPage(request);
        var body = asPage
                ? page.render(problem, request.getLocale()).getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(asPage ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static boolean isApi(HttpServletRequest request) {
        var path = path(request) + "/";
        return API.stream().anyMatch(path::startsWith);
    }

    static boolean wantsPage(HttpServletRequest request) {
        return !isApi(request) && accepts(request.getHeader(HttpHeaders.ACCEPT));
    }

    /** A dispatch to the error page still knows the path that failed. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static boolean accepts(@Nullable String accept) {
        try {
            return accept != null
                    && MimeTypeUtils.parseMimeTypes(accept).stream()
                            .anyMatch(type -> type.getSubtype().equals("html"));
        } catch (InvalidMimeTypeException malformed) {
            return false;
        }
    }
}
