package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.appeal.Desk.read;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.alert.appeal.TestPeers.TestClock;
import org.tocsin.alert.appeal.TestPeers.Vault;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.LanguageText;

@ServiceTest
class IssueAppealTest {

    private final Desk desk;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final Told told;
    private final Vault vault;

    @Autowired
    IssueAppealTest(Desk desk, JdbcClient jdbc, TestClock clock, Told told, Vault vault) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
        this.told = told;
        this.vault = vault;
    }

    @Test
    void givesAReferenceAndTellsTheOthersUnderASignature() throws Exception {
        var appeal = desk.appeal();
        desk.write(appeal, "fr", "author-one", "{\"story\": \"{P1} est libre\", \"checked\": true}");
        desk.write(appeal, "ru", "translator-one", "{\"story\": \"{P1} на\"}");
        desk.post(appeal, "approval", "approver-one");

        var issued = desk.post(appeal, "issue", "approver-one");

        assertThat(issued).hasStatusOk();
        assertThat(Desk.<String>read(issued, "$.status")).isEqualTo("ISSUED");
        assertThat(Desk.<String>read(issued, "$.reference")).matches("COD \\d{3} / 1126 / OBS \\d{3}");
        var event = told.about(appeal, AppealIssued.class).getFirst();
        assertThat(event.getReference()).isEqualTo(read(issued, "$.reference"));
        assertThat(event.getSendNotBefore()).isEqualTo(event.getIssuedAt().plus(Duration.ofMinutes(2)));
        assertThat(event.getLanguages())
                .extracting(LanguageText::getLanguage)
                .containsExactly("fr", "en", "es", "ar", "pt");
        assertThat(event.getLanguages().getFirst().getStory()).isEqualTo("{P1} est libre");
        assertThat(event.getSubjects().getFirst().getName()).isNotNull();
        assertThat(event.getSubjects().getFirst().getOrganisation()).isNull();
        assertThat(told.isSignedByUs(event)).isTrue();
        assertThat(told.isSignedByUs(
                        AppealIssued.newBuilder(event).setCountry("EGY").build()))
                .isFalse();
    }

    @Test
    void keepsTheReferenceWhenItIsTakenBackAndIssuedAgain() {
        var appeal = approved();
        var reference = Desk.<String>read(desk.post(appeal, "issue", "approver-one"), "$.reference");
        assertThat(caseStatus(appeal)).isEqualTo("ACTIVE");

        var cancelled = desk.delete(appeal, "issue", "approver-two");
        assertThat(Desk.<String>read(cancelled, "$.status")).isEqualTo("APPROVED");
        assertThat(Desk.<String>read(cancelled, "$.reference")).isEqualTo(reference);
        assertThat(caseStatus(appeal)).isEqualTo("OPEN");

        var again = desk.post(appeal, "issue", "approver-two");
        assertThat(Desk.<String>read(again, "$.reference")).isEqualTo(reference);
        clock.pass(Duration.ofMinutes(2));
        var late = desk.delete(appeal, "issue", "approver-two");
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(Desk.<String>read(late, "$.code")).isEqualTo("send-delay-over");
    }

    @Test
    void answersAboutAPublicAppealOnceItsSendDelayIsOver() {
        var appeal = approved();
        var reference = String.valueOf(Desk.<String>read(desk.post(appeal, "issue", "approver-one"), "$.reference"));
        var path = "/verify/" + reference.replace(" / ", "-").replace(' ', '-');
        assertThat(desk.get(path, null)).hasStatus(HttpStatus.NOT_FOUND);
        clock.pass(Duration.ofMinutes(2));
        var found = desk.get(path, null);
        assertThat(found).hasStatusOk();
        assertThat(Desk.<String>read(found, "$.reference")).isEqualTo(reference);
    }

    @Test
    void answersAboutARestrictedAppealAsAboutAnUnknownOne() {
        var appeal = desk.appeal(UUID.randomUUID(), changes -> changes.setAudience(Audience.MEMBERS));
        desk.post(appeal, "approval", "approver-one");
        var reference = Desk.<String>read(desk.post(appeal, "issue", "approver-one"), "$.reference");
        assertThat(reference).matches("COD R\\d{3} / 1126 / OBS R\\d{3}");
        clock.pass(Duration.ofMinutes(2));
        var restricted = desk.get(
                "/verify/" + String.valueOf(reference).replace(" / ", "-").replace(' ', '-'), null);
        var unknown = desk.get("/verify/COD-999-1126-OBS-999", null);
        assertThat(restricted).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Desk.body(restricted).replaceAll("/verify/[^\"]*", ""))
                .isEqualTo(Desk.body(unknown).replaceAll("/verify/[^\"]*", ""));
    }

    @Test
    void needsAnApprovalAndASecondPerson() {
        var appeal = desk.appeal(UUID.randomUUID(), changes -> changes.setVerifiedBy("approver-one"));
        assertThat(desk.post(appeal, "issue", "approver-two")).hasStatus(HttpStatus.CONFLICT);
        var own = desk.post(appeal, "approval", "approver-one");
        assertThat(own).hasStatus(HttpStatus.CONFLICT);
        assertThat(Desk.<String>read(own, "$.code")).isEqualTo("second-person-needed");
        assertThat(desk.post(appeal, "approval", "approver-two")).hasStatusOk();
    }

    @Test
    void cannotBeApprovedByOneOfItsOwnInTheDatabaseEither() {
        var appeal = desk.appeal();
        desk.write(appeal, "fr", "author-one", "{\"story\": \"récit\"}");
        for (var account : List.of("partner-one", "verifier-one", "author-one")) {
            assertThatThrownBy(() -> jdbc.sql("update appeal set approved_by = :account where id = :id")
                            .param("account", account)
                            .param("id", appeal)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("four_eyes");
        }
    }

    @Test
    void cannotBeApprovedOrIssuedOnceItsKeyIsDestroyed() {
        var incident = UUID.randomUUID();
        var appeal = desk.appeal(incident, changes -> {});
        vault.shred(VerifiedMessages.keyOf(incident));
        var refused = desk.post(appeal, "approval", "approver-one");
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(Desk.<String>read(refused, "$.code")).isEqualTo("names-unreadable");
    }

    private UUID approved() {
        var appeal = desk.appeal();
        assertThat(desk.post(appeal, "approval", "approver-one")).hasStatusOk();
        return appeal;
    }

    private String caseStatus(UUID appeal) {
        return jdbc.sql("select c.status from case_file c join appeal a on a.case_id = c.id where a.id = :id")
                .param("id", appeal)
                .query(String.class)
                .single();
    }
}
