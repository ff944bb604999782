package org.tocsin.platform.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.LanguageState;
import org.tocsin.schemas.Sealed;
import org.tocsin.schemas.Sector;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.AppealSubject;
import org.tocsin.schemas.appeal.LanguageText;

class CanonicalFormTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String SIGNATURE = "signature";

    @Test
    void leavesTheSignatureOut() {
        var signed = AppealIssued.newBuilder(appeal())
                .setSignature(ByteBuffer.wrap(new byte[] {9, 9, 9}))
                .build();
        assertThat(form(signed)).isEqualTo(form(appeal()));
    }

    @Test
    void isTheSameHoweverAMapIsOrdered() {
        var one = new LinkedHashMap<String, String>();
        one.put("P1", "a lawyer");
        one.put("P2", "a journalist");
        var other = new LinkedHashMap<String, String>();
        other.put("P2", "a journalist");
        other.put("P1", "a lawyer");
        assertThat(form(appeal(text().setDescriptions(one).build())))
                .isEqualTo(form(appeal(text().setDescriptions(other).build())));
    }

    @Test
    void isTheSameAfterTheWire() throws IOException {
        var event = appeal();
        var decoder = DecoderFactory.get().binaryDecoder(EventWriter.write(event), null);
        var received = (SpecificRecord) SpecificData.getForClass(AppealIssued.class)
                .createDatumReader(event.getSchema())
                .read(null, decoder);
        assertThat(form(received)).isEqualTo(form(event));
    }

    static Stream<AppealIssued> changes() {
        return Stream.of(
                AppealIssued.newBuilder(appeal()).setVersion(8).build(),
                AppealIssued.newBuilder(appeal())
                        .setReference("COD 002 / 1126 / OBS 002")
                        .build(),
                AppealIssued.newBuilder(appeal()).setAudience(Audience.MEMBERS).build(),
                AppealIssued.newBuilder(appeal()).setUrgency(Urgency.NORMAL).build(),
                AppealIssued.newBuilder(appeal())
                        .setIssuedAt(Instant.ofEpochMilli(2))
                        .build(),
                AppealIssued.newBuilder(appeal()).setViolations(List.of()).build(),
                AppealIssued.newBuilder(appeal())
                        .setHostileJurisdictions(List.of("COD", "RWA"))
                        .build(),
                AppealIssued.newBuilder(appeal()).setSigningKeyId("other").build(),
                appeal(text().setStory("More.").build()),
                appeal(text().setStory("").build()),
                appeal(text().setHeadline("Situation").setSituation("Headline").build()),
                appeal(text().setDemands(List.of("One.Two.")).build()),
                appeal(text().setDescriptions(Map.of("P2", "a lawyer")).build()),
                AppealIssued.newBuilder(appeal())
                        .setSubjects(List.of(AppealSubject.newBuilder()
                                .setToken("P1")
                                .setSector(Sector.LAWYER)
                                .setName(Sealed.newBuilder()
                                        .setKeyId("k")
                                        .setBytes(ByteBuffer.wrap(new byte[] {1, 3}))
                                        .build())
                                .build()))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesWithEveryField(AppealIssued changed) {
        assertThat(form(changed)).isNotEqualTo(form(appeal()));
    }

    @Test
    void aFieldAddedLaterChangesNothingWhileItHoldsItsDefault() throws IOException {
        var event = appeal();
        var later = new Schema.Parser().parse(event.getSchema().toString().replaceFirst("\"fields\":\\[", """
                        "fields":[{"name":"embargo","type":["null","string"],"default":null},
                        {"name":"series","type":"string","default":"A"},
                        {"name":"labels","type":{"type":"array","items":"string"},"default":[]},"""));
        var decoder = DecoderFactory.get().binaryDecoder(EventWriter.write(event), null);
        var read = new GenericDatumReader<IndexedRecord>(event.getSchema(), later).read(null, decoder);
        assertThat(CanonicalForm.ofRaw(read, SIGNATURE)).isEqualTo(form(event));

        read.put(later.getField("series").pos(), "B");
        assertThat(CanonicalForm.ofRaw(read, SIGNATURE)).isNotEqualTo(form(event));
    }

    private static byte[] form(SpecificRecord event) {
        return CanonicalForm.of(event, SIGNATURE);
    }

    private static LanguageText.Builder text() {
        return LanguageText.newBuilder()
                .setLanguage("en")
                .setState(LanguageState.LIBRARY)
                .setHeadline("Headline")
                .setOpening("Opening")
                .setSituation("Situation")
                .setSituationWithoutPlace("Situation")
                .setConcern("Concern")
                .setDemands(List.of("One.", "Two."))
                .setDescriptions(Map.of("P1", "a lawyer"));
    }

    private static AppealIssued appeal() {
        return appeal(text().build());
    }

    private static AppealIssued appeal(LanguageText text) {
        return AppealIssued.newBuilder()
                .setAppealId(ID)
                .setVersion(7)
                .setIncidentId(ID)
                .setCaseId(ID)
                .setReference("COD 001 / 1126 / OBS 001")
                .setDocumentNumber(0)
                .setIssuedAt(Instant.ofEpochMilli(1))
                .setIssuedBy("approver-one")
                .setSendNotBefore(Instant.ofEpochMilli(1))
                .setCountry("COD")
                .setUrgency(Urgency.URGENT)
                .setViolations(List.of(Violation.ARB_ARREST))
                .setAudience(Audience.PUBLIC)
                .setHostileJurisdictions(List.of("COD"))
                .setSubjects(List.of(AppealSubject.newBuilder()
                        .setToken("P1")
                        .setSector(Sector.LAWYER)
                        .setName(Sealed.newBuilder()
                                .setKeyId("k")
                                .setBytes(ByteBuffer.wrap(new byte[] {1, 2}))
                                .build())
                        .build()))
                .setLanguages(List.of(text))
                .setKeyId("k")
                .setSigningKeyId("s")
                .setSignature(ByteBuffer.wrap(new byte[0]))
                .build();
    }
}
