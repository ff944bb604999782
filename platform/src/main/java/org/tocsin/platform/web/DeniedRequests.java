package org.tocsin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerMapping;
import org.tocsin.platform.audit.AuditTrail;
import org.tocsin.platform.audit.AuditTrail.Outcome;

/** Puts a caller that tries what its role does not allow on record, once a minute for each handler. */
final class DeniedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedRequests.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final ObjectProvider<AuditTrail> audit;
    private final InstantSource clock;
    private final Map<String, Instant> recent = new ConcurrentHashMap<>();

    DeniedRequests(ObjectProvider<AuditTrail> audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void record(HttpServletRequest request, @Nullable Authentication caller) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern == null || caller == null) {
            return; // refused before a handler was found: the path would be the caller's words
        }
        var handler = request.getMethod() + " " + pattern;
        if (!isNew(caller.getName() + " " + handler)) {
            return;
        }
        try {
            audit.ifAvailable(trail -> trail.record(caller.getName(), "REQUEST", handler, Outcome.DENIED));
        } catch (RuntimeException failure) {
            // the answer stays 403 while the database is away
            LOG.warn("a denied request is not on record: {}", failure.getClass().getName());
        }
    }

    private boolean isNew(String what) {
        var now = clock.instant();
        if (recent.size() >= REMEMBERED) {
            recent.values().removeIf(at -> at.plus(QUIET).isBefore(now));
        }
        var before = recent.put(what, now);
        return before == null || before.plus(QUIET).isBefore(now);
    }
}
