package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.appeal.Desk.read;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.alert.appeal.TestPeers.TestClock;
import org.tocsin.schemas.RecallNotice;
import org.tocsin.schemas.appeal.AppealHeld;
import org.tocsin.schemas.appeal.AppealHoldReleased;
import org.tocsin.schemas.appeal.AppealRecalled;

@ServiceTest
class HoldAndRecallTest {

    private final Desk desk;
    private final Told told;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private UUID appeal = UUID.randomUUID();

    @Autowired
    HoldAndRecallTest(Desk desk, Told told, JdbcClient jdbc, TestClock clock) {
        this.desk = desk;
        this.told = told;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void issue() {
        appeal = desk.appeal();
        assertThat(desk.post(appeal, "approval", "approver-one")).hasStatusOk();
        assertThat(desk.post(appeal, "issue", "approver-one")).hasStatusOk();
    }

    @Test
    void holdsAndReleasesUnderASignatureAndShowsWhoDoes() throws Exception {
        var held = desk.post(appeal, "hold", "verifier-one");
        assertThat(held).hasStatusOk();
        assertThat(Desk.<String>read(held, "$.heldBy")).isEqualTo("verifier-one");
        assertThat(Desk.<String>read(held, "$.heldSince"))
                .isEqualTo(clock.instant().toString());
        assertThat(Desk.<String>read(desk.show(appeal), "$.heldBy")).isEqualTo("verifier-one");
        assertThat(Desk.<String>read(desk.show(appeal), "$.status")).isEqualTo("ISSUED");

        var released = desk.delete(appeal, "hold", "operator-one");
        assertThat(released).hasStatusOk();
        assertThat(Desk.<String>read(released, "$.heldBy")).isNull();

        var hold = told.about(appeal, AppealHeld.class).getFirst();
        assertThat(hold.getHeldBy()).isEqualTo("verifier-one");
        assertThat(hold.getVersion()).isEqualTo(version(held));
        assertThat(told.isSignedByUs(hold)).isTrue();
        assertThat(told.isSignedByUs(
                        AppealHeld.newBuilder(hold).setHeldBy("approver-one").build()))
                .isFalse();
        var release = told.about(appeal, AppealHoldReleased.class).getFirst();
        assertThat(release.getReleasedBy()).isEqualTo("operator-one");
        assertThat(release.getVersion()).isEqualTo(version(held) + 1).isEqualTo(version(released));
        assertThat(told.isSignedByUs(release)).isTrue();
    }

    @Test
    void recallsUnderASignatureAndShowsWhy() throws Exception {
        desk.post(appeal, "hold", "verifier-one");
        var recalled = recall("member-admin-one", "RELEASED");
        assertThat(recalled).hasStatusOk();
        for (var view : List.of(recalled, desk.show(appeal))) {
            assertThat(Desk.<String>read(view, "$.status")).isEqualTo("RECALLED");
            assertThat(Desk.<String>read(view, "$.heldSince")).isNull();
            assertThat(Desk.<String>read(view, "$.recalled.at"))
                    .isEqualTo(clock.instant().toString());
            assertThat(Desk.<String>read(view, "$.recalled.by")).isEqualTo("member-admin-one");
            assertThat(Desk.<String>read(view, "$.recalled.notice")).isEqualTo("RELEASED");
        }
        var event = told.about(appeal, AppealRecalled.class).getFirst();
        assertThat(event.getRecalledBy()).isEqualTo("member-admin-one");
        assertThat(event.getNotice()).isEqualTo(RecallNotice.RELEASED);
        assertThat(event.getVersion()).isEqualTo(version(recalled));
        assertThat(told.isSignedByUs(event)).isTrue();
        assertThat(told.isSignedByUs(AppealRecalled.newBuilder(event)
                        .setNotice(RecallNotice.WITHDRAWN)
                        .build()))
                .isFalse();
    }

    @Test
    void changesNothingWhenTheButtonIsPressedAgain() {
        desk.delete(appeal, "hold", "operator-one");
        assertThat(told.about(appeal, AppealHoldReleased.class)).isEmpty();

        var first = desk.post(appeal, "hold", "verifier-one");
        var again = desk.post(appeal, "hold", "approver-one");
        assertThat(again).hasStatusOk();
        assertThat(Desk.body(again)).isEqualTo(Desk.body(first));
        assertThat(told.about(appeal, AppealHeld.class)).hasSize(1);

        var recalled = recall("verifier-one", "WITHDRAWN");
        var recalledAgain = recall("approver-one", "WITHDRAWN");
        assertThat(recalledAgain).hasStatusOk();
        assertThat(Desk.body(recalledAgain)).isEqualTo(Desk.body(recalled));
        assertThat(told.about(appeal, AppealRecalled.class)).hasSize(1);
    }

    @Test
    void takesOneHoldFromAllWhoPressAtOnce() throws Exception {
        var presses = IntStream.range(0, 8)
                .<Callable<MvcTestResult>>mapToObj(i -> () -> desk.post(appeal, "hold", "verifier-" + i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var press : threads.invokeAll(presses)) {
                assertThat(press.get()).hasStatusOk();
            }
        }
        var event = told.about(appeal, AppealHeld.class);
        assertThat(event).hasSize(1);
        assertThat(Desk.<String>read(desk.show(appeal), "$.heldBy"))
                .isEqualTo(event.getFirst().getHeldBy());
    }

    @Test
    void refusesWhatTheAppealIsNotReadyForAndSaysWhy() {
        var draft = desk.appeal();
        for (var refused : List.of(
                desk.post(draft, "hold", "verifier-one"),
                desk.delete(draft, "hold", "verifier-one"),
                recall(draft, "verifier-one", "{\"notice\": \"RELEASED\"}"))) {
            assertThat(refused).hasStatus(HttpStatus.CONFLICT);
            assertThat(Desk.<String>read(refused, "$.code")).isEqualTo("appeal-status");
            assertThat(Desk.<String>read(refused, "$.appealStatus")).isEqualTo("DRAFT");
        }
        recall("verifier-one", "CORRECTION");
        assertThat(desk.post(appeal, "hold", "verifier-one")).hasStatus(HttpStatus.CONFLICT);
        var other = recall("verifier-one", "RELEASED");
        assertThat(other).hasStatus(HttpStatus.CONFLICT);
        assertThat(Desk.<String>read(other, "$.code")).isEqualTo("recalled-already");
        assertThat(Desk.<String>read(other, "$.notice")).isEqualTo("CORRECTION");
        assertThat(recall(UUID.randomUUID(), "verifier-one", "{\"notice\": \"RELEASED\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"notice\": \"LOUD-CANARY\"}                     | 400 | /notice",
                "{\"notice\": \"UNKNOWN\"}                         | 400 | /notice",
                "{\"notice\": 0}                                   | 400 | /notice",
                "{\"notice\": \"RELEASED\", \"why\": \"LOUD-CANARY\"} | 400 | /why",
                "{}                                                | 422 | /notice",
            })
    void namesThePropertyOfARecallThatIsAtFault(String body, int status, String pointer) {
        var refused = recall(appeal, "verifier-one", body);
        assertThat(refused).hasStatus(status);
        assertThat(Desk.<String>read(refused, "$.errors[0].pointer")).isEqualTo(pointer);
        assertThat(Desk.body(refused)).doesNotContain("LOUD-CANARY");
        assertThat(told.about(appeal, AppealRecalled.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verifier-one", "author-one", "translator-one", "approver-one", "custodian-one",
                "member-admin-one", "partner-admin-one", "operator-one", "auditor-one", "analyst-one"
            })
    void letsEverybodyOfTheStaffStopItAndShowsThemNoText(String account) {
        assertThat(desk.post(appeal, "hold", account)).hasStatusOk();
        assertThat(desk.delete(appeal, "hold", account)).hasStatusOk();
        var recalled = recall(account, "RELEASED");
        assertThat(recalled).hasStatusOk();
        assertThat(Desk.body(recalled)).doesNotContain("texts", "persons", "situation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-one", "service-one"})
    void letsNobodyElseStopIt(String account) {
        assertThat(desk.post(appeal, "hold", account)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(desk.delete(appeal, "hold", account)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(recall(account, "RELEASED")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(desk.post(appeal, "hold", null)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void leavesNoHoldBehindWhenTheIssueIsTakenBack() {
        desk.post(appeal, "hold", "verifier-one");
        assertThat(desk.delete(appeal, "issue", "approver-one")).hasStatusOk();
        var again = desk.post(appeal, "issue", "approver-one");
        assertThat(again).hasStatusOk();
        assertThat(Desk.<String>read(again, "$.heldBy")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'RECALLED'",
                "status = 'RECALLED', recalled_by = 'verifier-one', recalled_at = now()",
                "recalled_by = 'verifier-one', recalled_at = now(), recall_notice = 'RELEASED'",
                "held_by = 'verifier-one'",
                "status = 'APPROVED', held_by = 'verifier-one', held_at = now()"
            })
    void isNotStoppedByHalvesInTheDatabaseEither(String change) {
        assertThatThrownBy(() -> jdbc.sql("update appeal set " + change + " where id = :id")
                        .param("id", appeal)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private MvcTestResult recall(String account, String notice) {
        return recall(appeal, account, "{\"notice\": \"%s\"}".formatted(notice));
    }

    private MvcTestResult recall(UUID of, String account, String body) {
        return desk.call(HttpMethod.POST, "/api/v1/appeals/%s/recall".formatted(of), account, body, null);
    }

    private static long version(MvcTestResult result) {
        Integer version = read(result, "$.version");
        return version == null ? 0 : version;
    }
}
