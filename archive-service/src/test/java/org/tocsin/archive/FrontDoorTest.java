package org.tocsin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.LanguageState;
import org.tocsin.schemas.RecallNotice;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.appeal.AppealDrafted;
import org.tocsin.schemas.appeal.AppealHeld;
import org.tocsin.schemas.appeal.AppealHoldReleased;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.AppealRecalled;
import org.tocsin.schemas.appeal.LanguageText;
import org.tocsin.schemas.delivery.DeliveriesPlanned;
import org.tocsin.schemas.incident.IncidentClaimed;
import org.tocsin.schemas.incident.IncidentReceived;

@ServiceTest
class FrontDoorTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Autowired
    Topics topics;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsTheTimelineOfACaseInTheOrderThingsHappened() {
        publishCase("COD 001 / 1126 / OBS 001");
        var answer = get("operator-one", "/api/v1/cases/COD-001-1126-OBS-001/timeline");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.reference").isEqualTo("COD 001 / 1126 / OBS 001");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.entries[*].type")
                .isEqualTo(List.of(
                        "INCIDENT_RECEIVED",
                        "INCIDENT_CLAIMED",
                        "APPEAL_DRAFTED",
                        "APPEAL_ISSUED",
                        "DELIVERIES_PLANNED"));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.entries[3]")
                .isEqualTo(Map.of("at", "2026-11-24T12:03:00Z", "type", "APPEAL_ISSUED", "actor", "approver-one"));
    }

    @Test
    void tellsWhoStoppedAnAppeal() {
        var appeal = UUID.randomUUID();
        var signature = ByteBuffer.wrap(new byte[0]);
        topics.publish(appeal, issued("COD 006 / 1126 / OBS 006", UUID.randomUUID(), appeal));
        topics.publish(
                appeal, new AppealHeld(appeal, 5L, appeal, NOON.plusSeconds(200), "translator-one", "s", signature));
        topics.publish(
                appeal,
                new AppealHoldReleased(appeal, 6L, appeal, NOON.plusSeconds(220), "author-one", "s", signature));
        topics.publish(
                appeal,
                new AppealRecalled(
                        appeal,
                        7L,
                        appeal,
                        NOON.plusSeconds(240),
                        "operator-one",
                        RecallNotice.RELEASED,
                        "s",
                        signature));
        var answer = get("operator-one", "/api/v1/cases/COD-006-1126-OBS-006/timeline");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.entries[*].type")
                .isEqualTo(List.of("APPEAL_ISSUED", "APPEAL_HELD", "APPEAL_HOLD_RELEASED", "APPEAL_RECALLED"));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.entries[*].actor")
                .isEqualTo(List.of("approver-one", "translator-one", "author-one", "operator-one"));
    }

    @Test
    void whoReadATimelineIsOnRecord() {
        publishCase("COD 005 / 1126 / OBS 005");
        var before = audited();
        assertThat(get("analyst-one", "/api/v1/cases/COD-005-1126-OBS-005/timeline"))
                .hasStatusOk();
        assertThat(audited()).isEqualTo(before + 1);
    }

    @Test
    void aFollowUpsReferenceLeadsToItsCase() {
        publishCase("COD 002 / 1126 / OBS 002");
        assertThat(get("auditor-one", "/api/v1/cases/COD-002-1126-OBS-002.1/timeline"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COD-999-1126-OBS-999", "nonsense", "COD-001"})
    void anUnknownReferenceIsNotFound(String reference) {
        var answer = get("auditor-one", "/api/v1/cases/" + reference + "/timeline");
        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("case-not-found");
        assertThat(answer).bodyText().doesNotContain(reference);
    }

    @Test
    void tellsWhetherTheLedgerIsIntact() {
        publishCase("COD 003 / 1126 / OBS 003");
        var answer = get("operator-one", "/api/v1/integrity");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.intact").isEqualTo(true);
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.brokenAt", path -> path.assertThat().isNull());
        assertThat(answer).bodyJson().extractingPath("$.events").asNumber().isNotEqualTo(0);
    }

    @Test
    void listsEventsWithoutTheirContentAPageAtATime() {
        publishCase("COD 004 / 1126 / OBS 004");
        topics.publish(topics.record("tocsin.incident.v1", new byte[] {5}).build());
        var first = get("auditor-one", "/api/v1/events?limit=2");
        assertThat(first).bodyJson().extractingPath("$.items[*].seq").isEqualTo(List.of(1, 2));
        assertThat(first).bodyJson().extractingPath("$.nextCursor").isEqualTo(2);
        assertThat(first).bodyText().doesNotContain("value", "headers");
        var second = get("auditor-one", "/api/v1/events?limit=1000&cursor=2");
        assertThat(second).bodyJson().extractingPath("$.items[0].seq").isEqualTo(3);
        assertThat(second).bodyJson().extractingPath("$.items[-1].decoded").isEqualTo(false);
        assertThat(second)
                .bodyJson()
                .hasPathSatisfying("$.nextCursor", path -> path.assertThat().isNull());
    }

    @Test
    void eachDoorIsForItsRoles() {
        for (var path : List.of("/api/v1/integrity", "/api/v1/events", "/api/v1/cases/COD-001-1126-OBS-001/timeline")) {
            assertThat(get(null, path)).hasStatus(401);
            assertThat(get("verifier-one", path)).hasStatus(403);
        }
        assertThat(get("operator-one", "/api/v1/events")).hasStatus(403);
    }

    private MvcTestResult get(@Nullable String account, String path) {
        var request = mvc.get().uri(path);
        return account == null
                ? request.exchange()
                : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + account).exchange();
    }

    private long audited() {
        return jdbc.sql("select count(*) from outbox where topic = 'tocsin.audit.v1'")
                .query(Long.class)
                .single();
    }

    /** From received to planned; handed over out of order, as topics do not wait for each other. */
    private void publishCase(String reference) {
        var incident = UUID.randomUUID();
        var appeal = UUID.randomUUID();
        topics.publish(
                appeal,
                DeliveriesPlanned.newBuilder()
                        .setAppealId(appeal)
                        .setVersion(1)
                        .setReference(reference)
                        .setPlannedAt(NOON.plusSeconds(240))
                        .setMembers(311)
                        .setPlanned(541)
                        .setBlocked(2)
                        .build());
        topics.publish(
                appeal,
                AppealDrafted.newBuilder()
                        .setAppealId(appeal)
                        .setVersion(1)
                        .setIncidentId(incident)
                        .setCaseId(incident)
                        .setDraftedAt(NOON.plusSeconds(120))
                        .setLanguages(Map.of("fr", LanguageState.LIBRARY))
                        .build());
        topics.publish(appeal, issued(reference, incident, appeal));
        topics.publish(
                incident,
                IncidentReceived.newBuilder()
                        .setIncidentId(incident)
                        .setVersion(1)
                        .setReceivedAt(NOON)
                        .setSubmittedBy("partner-one")
                        .setCountry("COD")
                        .setUrgency(Urgency.URGENT)
                        .setViolations(List.of(Violation.THREAT))
                        .setKeyId("k")
                        .build());
        topics.publish(
                incident,
                IncidentClaimed.newBuilder()
                        .setIncidentId(incident)
                        .setVersion(2)
                        .setClaimedAt(NOON.plusSeconds(60))
                        .setClaimedBy("verifier-one")
                        .build());
    }

    private static AppealIssued issued(String reference, UUID incident, UUID appeal) {
        var text = LanguageText.newBuilder()
                .setLanguage("fr")
                .setState(LanguageState.LIBRARY)
                .setHeadline("Menaces")
                .setOpening("-")
                .setSituation("-")
                .setSituationWithoutPlace("-")
                .setConcern("-")
                .setDemands(List.of("-"))
                .setDescriptions(Map.of())
                .build();
        return AppealIssued.newBuilder()
                .setAppealId(appeal)
                .setVersion(4)
                .setIncidentId(incident)
                .setCaseId(incident)
                .setReference(reference)
                .setDocumentNumber(0)
                .setIssuedAt(NOON.plusSeconds(180))
                .setIssuedBy("approver-one")
                .setSendNotBefore(NOON.plusSeconds(180))
                .setCountry("COD")
                .setUrgency(Urgency.URGENT)
                .setViolations(List.of(Violation.THREAT))
                .setAudience(Audience.PUBLIC)
                .setHostileJurisdictions(List.of())
                .setSubjects(List.of())
                .setLanguages(List.of(text))
                .setKeyId("k")
                .setSigningKeyId("s")
                .setSignature(ByteBuffer.wrap(new byte[0]))
                .build();
    }
}
