package org.tocsin.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, those of unknown length included, and compressed ones, before anything reads. */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final DataSize LIMIT = DataSize.ofKilobytes(256);

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            problems.write(
                    request,
                    response,
                    Problems.problem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-content-encoding",
                            "Send the body uncompressed."));
        } else if (request.getContentLengthLong() > LIMIT.toBytes()) {
            problems.write(request, response, tooLarge());
        } else {
            chain.doFilter(new LimitedRequest(request, LIMIT.toBytes()), response);
        }
    }

    static ProblemDetail tooLarge() {
        return Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "A request body may hold %d KiB.".formatted(LIMIT.toKilobytes()));
    }
}
