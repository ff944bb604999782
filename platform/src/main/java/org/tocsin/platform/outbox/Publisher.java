package org.tocsin.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.tocsin.platform.codec.Frame;
import org.tocsin.platform.codec.ReleasedSchemas;
import org.tocsin.platform.codec.SchemaIds;
import org.tocsin.platform.inbox.EnvelopeHeaders;

/** Hands rows to Kafka and waits until all brokers in charge have them. */
class Publisher {

    /** Longer than the producer's own time-out for a delivery, so that it is the producer that gives up. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(12);

    private final KafkaTemplate<String, byte[]> kafka;
    private final SchemaIds ids;
    private final ReleasedSchemas released;
    private final String source;

    Publisher(KafkaTemplate<String, byte[]> kafka, SchemaIds ids, ReleasedSchemas released, String source) {
        this.kafka = kafka;
        this.ids = ids;
        this.released = released;
        this.source = source;
    }

    /**
     * What came of a batch.
     *
     * @param stored the rows before the first failure; those behind it may have been stored as well, and repeat
     */
    record Outcome(List<OutboxRow> stored, @Nullable Exception failure) {}

    Outcome publish(List<OutboxRow> rows) {
        var stored = new ArrayList<OutboxRow>();
        while (stored.size() < rows.size()) {
            var failure = publishWave(waveFrom(rows.subList(stored.size(), rows.size())), stored);
            if (failure != null) {
                return new Outcome(stored, failure);
            }
        }
        return new Outcome(stored, null);
    }

    /** No key twice at once: should the first of two fail and the second succeed, their order would be lost. */
    private static List<OutboxRow> waveFrom(List<OutboxRow> rows) {
        var keys = new HashSet<String>();
        return rows.stream()
                .takeWhile(row -> keys.add(row.topic() + '|' + row.key()))
                .toList();
    }

    private @Nullable Exception publishWave(List<OutboxRow> wave, List<OutboxRow> stored) {
        var underWay = new ArrayList<CompletableFuture<?>>();
        Exception failure = null;
        try {
            for (var row : wave) {
                underWay.add(kafka.send(record(row)));
            }
        } catch (RuntimeException e) { // registry or broker: what was sent before is still waited for
            failure = e;
        }
        for (var i = 0; i < underWay.size(); i++) {
            try {
                underWay.get(i).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                stored.add(wave.get(i));
            } catch (ExecutionException | TimeoutException e) {
                return e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return e;
            }
        }
        return failure;
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        var schemaId = ids.idOf(released.of(row.type(), row.release()));
        var record = new ProducerRecord<>(row.topic(), row.key(), new Frame(schemaId, row.payload()).bytes());
        header(record, EnvelopeHeaders.SPEC_VERSION, "1.0");
        header(record, EnvelopeHeaders.ID, row.id().toString());
        header(record, EnvelopeHeaders.TYPE, row.type());
        header(record, EnvelopeHeaders.SOURCE, source);
        header(record, EnvelopeHeaders.TIME, row.createdAt().toString());
        header(record, EnvelopeHeaders.SUBJECT, row.key());
        header(record, EnvelopeHeaders.VERSION, Long.toString(row.version()));
        header(record, EnvelopeHeaders.CONTENT_TYPE, "application/avro");
        if (row.traceParent() != null) {
            header(record, EnvelopeHeaders.TRACE_PARENT, row.traceParent());
        }
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
