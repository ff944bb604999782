package org.tocsin.alert.appeal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.tocsin.platform.codec.Frame;
import org.tocsin.platform.inbox.EnvelopeHeaders;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.sealing.Seals;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.Certainty;
import org.tocsin.schemas.DatePrecision;
import org.tocsin.schemas.Method;
import org.tocsin.schemas.Reliability;
import org.tocsin.schemas.Sector;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.incident.IncidentVerified;
import org.tocsin.schemas.incident.VerifiedPerson;

/** Verified incidents as intake-service tells of them. */
@Component
class VerifiedMessages {

    static final String NAME = "Espérance Mukendi wa Tshala";
    static final String ORGANISATION = "Ligue des Veilleurs de Goma";
    private static final int SCHEMA_ID = 7;

    private final AtomicLong offsets = new AtomicLong();
    private final Seals seals;

    VerifiedMessages(Seals seals, JdbcClient jdbc) {
        this.seals = seals;
        jdbc.sql("insert into schema_met (id, definition) values (:id, :definition) on conflict do nothing")
                .param("id", SCHEMA_ID)
                .param("definition", IncidentVerified.getClassSchema().toString())
                .update();
    }

    Message<byte[]> of(UUID incidentId) {
        return of(incidentId, changes -> {});
    }

    Message<byte[]> of(UUID incidentId, Consumer<IncidentVerified.Builder> changes) {
        var event = IncidentVerified.newBuilder()
                .setIncidentId(incidentId)
                .setVersion(3)
                .setVerifiedAt(Samples.NOON)
                .setVerifiedBy("verifier-one")
                .setSubmittedBy("partner-one")
                .setCountry("COD")
                .setPlace("Goma")
                .setOccurredFrom(LocalDate.of(2026, 11, 20))
                .setDatePrecision(DatePrecision.DAY)
                .setViolations(List.of(Violation.ARB_ARREST, Violation.THREAT))
                .setUrgency(Urgency.LIFE_AT_RISK)
                .setCertainty(Certainty.LIKELY)
                .setReliability(Reliability.HIGHLY_RELIABLE)
                .setMethod(Method.DOCUMENT)
                .setPersons(List.of(person(incidentId)))
                .setAudience(Audience.PUBLIC)
                .setPartnerMayBeNamed(false)
                .setHostileJurisdictions(List.of("RWA"))
                .setRiskValidUntil(LocalDate.of(2026, 12, 31))
                .setNarrative(avro(seals.seal(keyOf(incidentId), incidentId, "narrative", "Told by " + NAME)))
                .setNarrativeLanguage("fr")
                .setKeyId(keyOf(incidentId));
        changes.accept(event);
        return message(event.build(), UUID.randomUUID());
    }

    Message<byte[]> message(IncidentVerified event, UUID eventId) {
        return MessageBuilder.withPayload(new Frame(SCHEMA_ID, bytes(event)).bytes())
                .setHeader(EnvelopeHeaders.ID, eventId.toString())
                .setHeader(EnvelopeHeaders.VERSION, Long.toString(event.getVersion()))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, "tocsin.incident.v1")
                .setHeader(KafkaHeaders.RECEIVED_KEY, event.getIncidentId().toString())
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
                .setHeader(KafkaHeaders.OFFSET, offsets.incrementAndGet())
                .build();
    }

    static String keyOf(UUID incidentId) {
        return "key-" + incidentId;
    }

    private VerifiedPerson person(UUID incidentId) {
        return VerifiedPerson.newBuilder()
                .setToken("P1")
                .setSector(Sector.LAWYER)
                .setName(avro(seals.seal(keyOf(incidentId), incidentId, "P1.name", NAME)))
                .setOrganisation(avro(seals.seal(keyOf(incidentId), incidentId, "P1.organisation", ORGANISATION)))
                .setMayName(true)
                .setMayNameOrganisation(false)
                .setAudience(Audience.PUBLIC)
                .build();
    }

    private static org.tocsin.schemas.@Nullable Sealed avro(Sealed sealed) {
        return org.tocsin.schemas.Sealed.newBuilder()
                .setKeyId(sealed.keyId())
                .setBytes(ByteBuffer.wrap(sealed.bytes()))
                .build();
    }

    private static byte[] bytes(IncidentVerified event) {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(IncidentVerified.class).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
