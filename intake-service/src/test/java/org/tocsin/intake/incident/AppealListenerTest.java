package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.intake.FrontDoor.json;
import static org.tocsin.intake.FrontDoor.verification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.tocsin.intake.FrontDoor;
import org.tocsin.intake.ServiceTest;
import org.tocsin.intake.Shelves;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.appeal.AppealIssueCancelled;
import org.tocsin.schemas.appeal.AppealIssued;

@ServiceTest
class AppealListenerTest {

    private static final int ISSUED = 71;
    private static final int CANCELLED = 72;

    private final FrontDoor door;
    private final Shelves shelves;
    private final Consumer<Message<byte[]>> noteAppealIssued;
    private final AtomicLong offsets = new AtomicLong();

    @Autowired
    AppealListenerTest(FrontDoor door, Shelves shelves, Consumer<Message<byte[]>> noteAppealIssued) {
        this.door = door;
        this.shelves = shelves;
        this.noteAppealIssued = noteAppealIssued;
    }

    @BeforeEach
    void knowsTheSchemas() {
        meet(ISSUED, AppealIssued.getClassSchema());
        meet(CANCELLED, AppealIssueCancelled.getClassSchema());
    }

    @Test
    void showsThePartnerThatAnAppealIsOut() {
        var id = verified();

        noteAppealIssued.accept(issued(UUID.randomUUID(), id, 4));

        assertThat(status(id)).isEqualTo("APPEAL_ISSUED");
    }

    @Test
    void takesItBackWhenTheIssueIsCancelledAndShowsItAgainWhenIssuedAgain() {
        var id = verified();
        var appeal = UUID.randomUUID();

        noteAppealIssued.accept(issued(appeal, id, 4));
        noteAppealIssued.accept(cancelled(appeal, 5));
        assertThat(status(id)).isEqualTo("VERIFIED");

        noteAppealIssued.accept(issued(appeal, id, 6));
        assertThat(status(id)).isEqualTo("APPEAL_ISSUED");
    }

    @Test
    void staysIssuedWhileAnotherDocumentIsOut() {
        var id = verified();
        var second = UUID.randomUUID();

        noteAppealIssued.accept(issued(UUID.randomUUID(), id, 4));
        noteAppealIssued.accept(issued(second, id, 4));
        noteAppealIssued.accept(cancelled(second, 5));

        assertThat(status(id)).isEqualTo("APPEAL_ISSUED");
    }

    @Test
    void actsOnAnEventOnce() {
        var id = verified();
        var message = issued(UUID.randomUUID(), id, 4);

        noteAppealIssued.accept(message);
        var version = version(id);
        noteAppealIssued.accept(message);

        assertThat(version(id)).isEqualTo(version);
    }

    @Test
    void setsAsideWhatConcernsNoIncidentOfOurs() {
        assertThatThrownBy(() -> noteAppealIssued.accept(issued(UUID.randomUUID(), UUID.randomUUID(), 4)))
                .isInstanceOf(PoisonRecord.class);
        assertThatThrownBy(() -> noteAppealIssued.accept(cancelled(UUID.randomUUID(), 5)))
                .isInstanceOf(PoisonRecord.class);
    }

    private UUID verified() {
        var id = door.claimed("verifier-one");
        door.post("verifier-one", "/api/v1/incidents/{id}/verification", verification(it -> it), id);
        return id;
    }

    private String status(UUID id) {
        return json(door.get("partner-one", "/api/v1/incidents/{id}", id))
                .get("status")
                .asString();
    }

    private long version(UUID id) {
        return json(door.get("partner-one", "/api/v1/incidents/{id}", id))
                .get("version")
                .asLong();
    }

    private void meet(int id, Schema schema) {
        shelves.jdbc()
                .sql("insert into schema_met (id, definition) values (:id, :definition) on conflict do nothing")
                .param("id", id)
                .param("definition", schema.toString())
                .update();
    }

    private Message<byte[]> issued(UUID appealId, UUID incidentId, long version) {
        var event = AppealIssued.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setIncidentId(incidentId)
                .setCaseId(appealId)
                .setReference("COD 001 / 1126 / OBS 001")
                .setDocumentNumber(0)
                .setIssuedAt(IncidentExamples.NOON)
                .setIssuedBy("approver-one")
                .setSendNotBefore(IncidentExamples.NOON)
                .setCountry("COD")
                .setUrgency(Urgency.URGENT)
                .setViolations(List.of(Violation.THREAT))
                .setAudience(Audience.MEMBERS)
                .setHostileJurisdictions(List.of())
                .setSubjects(List.of())
                .setLanguages(List.of())
                .setKeyId("key")
                .setSigningKeyId("alert")
                .setSignature(ByteBuffer.allocate(0))
                .build();
        return message(ISSUED, event, appealId, version);
    }

    private Message<byte[]> cancelled(UUID appealId, long version) {
        var event = AppealIssueCancelled.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setCancelledAt(IncidentExamples.NOON)
                .setCancelledBy("approver-two")
                .build();
        return message(CANCELLED, event, appealId, version);
    }

    private Message<byte[]> message(int schemaId, SpecificRecordBase event, UUID key, long version) {
        return MessageBuilder.withPayload(framed(schemaId, event))
                .setHeader("ce_id", UUID.randomUUID().toString())
                .setHeader("ce_version", Long.toString(version))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, "tocsin.appeal.v1")
                .setHeader(KafkaHeaders.RECEIVED_KEY, key.toString())
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
                .setHeader(KafkaHeaders.OFFSET, offsets.incrementAndGet())
                .build();
    }

    private static byte[] framed(int schemaId, SpecificRecordBase event) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(event.getSchema()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
