package org.tocsin.platform.observability;

import io.micrometer.observation.ObservationFilter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Keeps what belongs to people out of traces. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class ObservabilityAutoConfiguration {

    /** A path may hold a member's link or a receipt; the pattern of it ({@code uri}) is enough. */
    @Bean
    ObservationFilter withoutPaths() {
        return context -> context.removeHighCardinalityKeyValue("http.url");
    }

    /** The method is a word of the caller's, and names the span. */
    @Bean
    ObservationFilter withoutInventedMethods() {
        var known = Stream.of(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toSet());
        return context -> {
            if (context instanceof ServerRequestObservationContext request
                    && request.getCarrier() != null
                    && !known.contains(request.getCarrier().getMethod())) {
                request.setContextualName("http");
            }
            return context;
        };
    }

    @Bean
    SpanExporters quietExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(QuietExporter::new).toList());
    }
}
