package org.tocsin.platform.outbox;

import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The trace a request belongs to, so that it can go on behind the outbox. */
class TraceContext {

    private final ObjectProvider<Tracer> tracer;

    TraceContext(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    /** W3C {@code traceparent} of the current span. */
    Optional<String> traceParent() {
        return Optional.ofNullable(tracer.getIfAvailable())
                .map(Tracer::currentSpan)
                .map(span -> span.context())
                .map(context -> "00-%s-%s-%s"
                        .formatted(
                                context.traceId(),
                                context.spanId(),
                                Boolean.TRUE.equals(context.sampled()) ? "01" : "00"));
    }
}
