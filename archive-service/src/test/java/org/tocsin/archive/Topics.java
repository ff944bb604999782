package org.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.tocsin.platform.codec.EventWriter;
import org.tocsin.platform.codec.Frame;
import org.tocsin.platform.codec.ReleasedSchemas;
import org.tocsin.platform.inbox.EnvelopeHeaders;

/** Hands records to the service as the binder does; the registry's answers are those it has met before. */
public class Topics {

    private final Consumer<Message<byte[]>> archive;
    private final JdbcClient jdbc;
    private final ReleasedSchemas released;
    private final Map<String, Integer> ids = new HashMap<>();
    private final AtomicLong offsets = new AtomicLong();

    Topics(Consumer<Message<byte[]>> archive, JdbcClient jdbc, ReleasedSchemas released) {
        this.archive = archive;
        this.jdbc = jdbc;
        this.released = released;
    }

    /** A record on its way. */
    public MessageBuilder<byte[]> event(UUID id, Object key, SpecificRecord event) {
        var contract = released.newest(event.getSchema().getFullName());
        return record(contract.topic(), new Frame(schemaId(contract.name()), EventWriter.write(event)).bytes())
                .setHeader(EnvelopeHeaders.ID, id.toString())
                .setHeader(EnvelopeHeaders.TYPE, contract.name())
                .setHeader(EnvelopeHeaders.TIME, "2026-11-24T06:00:00.123456Z")
                .setHeader(KafkaHeaders.RECEIVED_KEY, key.toString().getBytes(UTF_8));
    }

    /** Anything at all on a topic, without an envelope. */
    public MessageBuilder<byte[]> record(String topic, byte[] value) {
        return MessageBuilder.withPayload(value)
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, topic)
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
                .setHeader(KafkaHeaders.OFFSET, offsets.incrementAndGet());
    }

    public void publish(Object key, SpecificRecord event) {
        archive.accept(event(UUID.randomUUID(), key, event).build());
    }

    public void publish(Message<byte[]> message) {
        archive.accept(message);
    }

    private int schemaId(String name) {
        return ids.computeIfAbsent(name, it -> {
            var id = 1000 + ids.size();
            jdbc.sql("insert into schema_met (id, definition) values (:id, :definition)")
                    .param("id", id)
                    .param("definition", released.newest(name).definition())
                    .update();
            return id;
        });
    }
}
