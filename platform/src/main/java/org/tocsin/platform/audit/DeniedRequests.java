package org.tocsin.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.platform.audit.AuditTrail.Outcome;
import org.tocsin.platform.web.Denials;

/** Puts refused callers on record, once a minute for each handler, so that a flood of them fills no table. */
class DeniedRequests implements Denials {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedRequests.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final AuditTrail audit;
    private final InstantSource clock;
    private final Map<String, Instant> recent = new ConcurrentHashMap<>();

    DeniedRequests(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void denied(String account, String handler) {
        if (!isNew(account + " " + handler)) {
            return;
        }
        try {
            audit.record(account, "REQUEST", handler, Outcome.DENIED);
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
