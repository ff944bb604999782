package org.tocsin.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.tocsin.platform.codec.CanonicalForm;
import org.tocsin.platform.codec.Frame;
import org.tocsin.platform.inbox.EnvelopeHeaders;
import org.tocsin.platform.sealing.Seals;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.LanguageState;
import org.tocsin.schemas.RecallNotice;
import org.tocsin.schemas.Sealed;
import org.tocsin.schemas.Sector;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.appeal.AppealDrafted;
import org.tocsin.schemas.appeal.AppealHeld;
import org.tocsin.schemas.appeal.AppealHoldReleased;
import org.tocsin.schemas.appeal.AppealIssueCancelled;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.AppealRecalled;
import org.tocsin.schemas.appeal.AppealSubject;
import org.tocsin.schemas.appeal.LanguageText;

/** Appeals as alert-service tells of them. */
public class AppealMessages {

    public static final String NAME = "Espérance Mukendi wa Tshala";
    public static final String REFERENCE = "COD 001 / 1126 / OBS 001";

    private final AtomicLong offsets = new AtomicLong();
    private final Seals seals;
    private final TestPeers.AlertKey key;
    private final TestPeers.TestClock clock;
    private final Map<String, Integer> schemaIds = Map.of(
            "AppealIssued",
            11,
            "AppealIssueCancelled",
            12,
            "AppealDrafted",
            13,
            "AppealHeld",
            14,
            "AppealHoldReleased",
            15,
            "AppealRecalled",
            16);

    AppealMessages(Seals seals, TestPeers.AlertKey key, TestPeers.TestClock clock, JdbcClient jdbc) {
        this.seals = seals;
        this.key = key;
        this.clock = clock;
        Stream.of(
                        AppealIssued.getClassSchema(),
                        AppealIssueCancelled.getClassSchema(),
                        AppealDrafted.getClassSchema(),
                        AppealHeld.getClassSchema(),
                        AppealHoldReleased.getClassSchema(),
                        AppealRecalled.getClassSchema())
                .forEach(schema -> jdbc.sql("insert into schema_met (id, definition) values (:id, :definition)")
                        .param("id", schemaIds.get(schema.getName()))
                        .param("definition", schema.toString())
                        .update());
    }

    /** The key of the appeal's names. */
    public static String keyOf(UUID appealId) {
        return "key-" + appealId;
    }

    public Message<byte[]> issued(UUID appealId) {
        return issued(appealId, 4, change -> {});
    }

    public Message<byte[]> issued(UUID appealId, long version, Consumer<AppealIssued.Builder> changes) {
        return message(signed(appealId, version, changes), appealId, version);
    }

    /** Signed, then changed on the way. */
    public Message<byte[]> forged(UUID appealId) {
        var event = signed(appealId, 4, change -> {});
        return message(AppealIssued.newBuilder(event).setCountry("FRA").build(), appealId, 4);
    }

    public Message<byte[]> cancelled(UUID appealId, long version) {
        var event = AppealIssueCancelled.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setCancelledAt(clock.instant())
                .setCancelledBy("approver-one")
                .build();
        return message(event, appealId, version);
    }

    public Message<byte[]> held(UUID appealId, long version) {
        var builder = AppealHeld.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setIncidentId(appealId)
                .setHeldAt(clock.instant())
                .setHeldBy("verifier-one")
                .setSigningKeyId(TestPeers.SIGNING_KEY)
                .setSignature(ByteBuffer.allocate(0));
        return message(builder.setSignature(signature(builder.build())).build(), appealId, version);
    }

    public Message<byte[]> released(UUID appealId, long version) {
        var builder = AppealHoldReleased.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setIncidentId(appealId)
                .setReleasedAt(clock.instant())
                .setReleasedBy("verifier-one")
                .setSigningKeyId(TestPeers.SIGNING_KEY)
                .setSignature(ByteBuffer.allocate(0));
        return message(builder.setSignature(signature(builder.build())).build(), appealId, version);
    }

    public Message<byte[]> recalled(UUID appealId, long version, RecallNotice notice) {
        var builder = AppealRecalled.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setIncidentId(appealId)
                .setRecalledAt(clock.instant())
                .setRecalledBy("verifier-one")
                .setNotice(notice)
                .setSigningKeyId(TestPeers.SIGNING_KEY)
                .setSignature(ByteBuffer.allocate(0));
        return message(builder.setSignature(signature(builder.build())).build(), appealId, version);
    }

    /** Says that an appeal is recalled, with a signature of something else. */
    public Message<byte[]> forgedRecall(UUID appealId, long version) {
        var event = AppealRecalled.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setIncidentId(appealId)
                .setRecalledAt(clock.instant())
                .setRecalledBy("verifier-one")
                .setNotice(RecallNotice.WITHDRAWN)
                .setSigningKeyId(TestPeers.SIGNING_KEY)
                .setSignature(ByteBuffer.wrap(key.sign(new byte[] {1})))
                .build();
        return message(event, appealId, version);
    }

    public Message<byte[]> drafted(UUID appealId) {
        var event = AppealDrafted.newBuilder()
                .setAppealId(appealId)
                .setVersion(1)
                .setIncidentId(appealId)
                .setCaseId(appealId)
                .setDraftedAt(clock.instant())
                .setLanguages(Map.of())
                .build();
        return message(event, appealId, 1);
    }

    private AppealIssued signed(UUID appealId, long version, Consumer<AppealIssued.Builder> changes) {
        var builder = AppealIssued.newBuilder()
                .setAppealId(appealId)
                .setVersion(version)
                .setIncidentId(appealId)
                .setCaseId(appealId)
                .setReference(REFERENCE)
                .setDocumentNumber(0)
                .setIssuedAt(clock.instant())
                .setIssuedBy("approver-one")
                .setSendNotBefore(clock.instant())
                .setCountry("COD")
                .setUrgency(Urgency.URGENT)
                .setViolations(List.of(Violation.ARB_ARREST))
                .setAudience(Audience.PUBLIC)
                .setHostileJurisdictions(List.of())
                .setSubjects(List.of(subject(appealId)))
                .setLanguages(Stream.of("fr", "en", "es", "ar", "ru", "pt")
                        .map(AppealMessages::text)
                        .toList())
                .setKeyId(keyOf(appealId))
                .setSigningKeyId(TestPeers.SIGNING_KEY)
                .setSignature(ByteBuffer.allocate(0));
        changes.accept(builder);
        return builder.setSignature(signature(builder.build())).build();
    }

    private ByteBuffer signature(SpecificRecord unsigned) {
        return ByteBuffer.wrap(key.sign(CanonicalForm.of(unsigned, "signature")));
    }

    private AppealSubject subject(UUID incidentId) {
        var sealed = seals.seal(keyOf(incidentId), incidentId, "P1.name", NAME);
        return AppealSubject.newBuilder()
                .setToken("P1")
                .setSector(Sector.LAWYER)
                .setName(new Sealed(sealed.keyId(), ByteBuffer.wrap(sealed.bytes())))
                .build();
    }

    private static LanguageText text(String language) {
        return LanguageText.newBuilder()
                .setLanguage(language)
                .setState(LanguageState.CHECKED)
                .setHeadline("headline " + language)
                .setOpening("opening " + language)
                .setSituation("{P1} in Goma")
                .setSituationWithoutPlace("{P1} arrested")
                .setStory("The story of {P1}.")
                .setConcern("concern")
                .setDemands(List.of("Free {P1}."))
                .setDescriptions(Map.of("P1", "a lawyer"))
                .build();
    }

    private Message<byte[]> message(SpecificRecord event, UUID appealId, long version) {
        var schemaId = schemaIds.getOrDefault(event.getSchema().getName(), 0);
        return MessageBuilder.withPayload(new Frame(schemaId, bytes(event)).bytes())
                .setHeader(EnvelopeHeaders.ID, UUID.randomUUID().toString())
                .setHeader(EnvelopeHeaders.VERSION, Long.toString(version))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, "tocsin.appeal.v1")
                .setHeader(KafkaHeaders.RECEIVED_KEY, appealId.toString())
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
                .setHeader(KafkaHeaders.OFFSET, offsets.incrementAndGet())
                .build();
    }

    private static byte[] bytes(SpecificRecord event) {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
