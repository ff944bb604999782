package org.tocsin.platform.codec;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.platform.inbox.PoisonRecord.Reason;

/** Reads Avro in the Confluent frame: written with any release of a contract, read into the class generated from ours. */
class AvroEventCodec implements EventCodec {

    static {
        AvroTrust.establish();
    }

    private final SchemaIds schemas;
    private final Map<Integer, SpecificDatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    AvroEventCodec(SchemaIds schemas) {
        this.schemas = schemas;
    }

    @Override
    public SpecificRecord decode(Message<byte[]> message) {
        var frame = Frame.of(message.getPayload());
        var writer = schemas.writerOf(frame.schemaId());
        try {
            var event = read(frame, writer);
            checkTopic(event.getSchema(), message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC));
            return event;
        } catch (PoisonRecord e) {
            throw e;
        } catch (Throwable e) { // an Error too: it would stop the consumer, and the cause's text may quote the content
            throw new PoisonRecord(Reason.UNREADABLE);
        }
    }

    private SpecificRecord read(Frame frame, Schema writer) throws IOException {
        var reader = readers.computeIfAbsent(frame.schemaId(), id -> readerFor(writer));
        var decoder = DecoderFactory.get().binaryDecoder(frame.avro(), null);
        var event = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new PoisonRecord(Reason.UNREADABLE);
        }
        return event;
    }

    private static SpecificDatumReader<SpecificRecord> readerFor(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD || !writer.getFullName().startsWith(AvroTrust.OUR_CLASSES)) {
            throw new PoisonRecord(Reason.UNKNOWN_EVENT);
        }
        try {
            var type = Class.forName(writer.getFullName(), true, SpecificRecord.class.getClassLoader())
                    .asSubclass(SpecificRecord.class);
            var model = SpecificData.getForClass(type);
            return new SpecificDatumReader<>(writer, model.getSchema(type), model);
        } catch (ClassNotFoundException e) {
            throw new PoisonRecord(Reason.UNKNOWN_EVENT);
        }
    }

    /** An event belongs to one topic; on another it was put there by mistake or malice, and no consumer expects it. */
    private static void checkTopic(Schema event, @Nullable Object receivedFrom) {
        if (receivedFrom != null && !Objects.equals(event.getProp("topic"), receivedFrom)) {
            throw new PoisonRecord(Reason.UNKNOWN_EVENT);
        }
    }
}
