package org.tocsin.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** Spans leave without the messages of exceptions, which may quote what was sent; their class stays. */
final class QuietExporter implements SpanExporter {

    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

    private final SpanExporter exporter;

    QuietExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(QuietSpan::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class QuietSpan extends DelegatingSpanData {

        QuietSpan(SpanData span) {
            super(span);
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream().map(QuietSpan::typeOnly).toList();
        }

        private static EventData typeOnly(EventData event) {
            return event.getAttributes().get(TYPE) == null
                    ? event
                    : EventData.create(
                            event.getEpochNanos(),
                            event.getName(),
                            event.getAttributes().toBuilder()
                                    .removeIf(key -> !key.equals(TYPE))
                                    .build());
        }
    }
}
