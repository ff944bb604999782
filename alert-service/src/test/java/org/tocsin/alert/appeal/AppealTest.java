package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.appeal.AppealStatus.APPROVED;
import static org.tocsin.alert.appeal.AppealStatus.CHANGES_REQUESTED;
import static org.tocsin.alert.appeal.AppealStatus.DRAFT;
import static org.tocsin.alert.appeal.AppealStatus.IN_REVIEW;
import static org.tocsin.alert.appeal.AppealStatus.ISSUED;
import static org.tocsin.alert.appeal.Samples.APPROVER;
import static org.tocsin.alert.appeal.Samples.AUTHOR;
import static org.tocsin.alert.appeal.Samples.NAMES;
import static org.tocsin.alert.appeal.Samples.NOON;
import static org.tocsin.alert.appeal.Samples.REFERENCE;
import static org.tocsin.alert.appeal.Samples.SUBMITTER;
import static org.tocsin.alert.appeal.Samples.VERIFIER;
import static org.tocsin.alert.appeal.Samples.by;
import static org.tocsin.alert.appeal.Samples.story;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.alert.appeal.Refusal.Involvement;
import org.tocsin.alert.appeal.Refusal.Step;
import org.tocsin.platform.language.Language;

class AppealTest {

    private interface Taking {
        Appeal step(Appeal from);
    }

    private static final Map<Step, Taking> STEPS = Map.of(
            Step.EDIT, appeal -> appeal.edit(Language.FR, story("récit", true), by(AUTHOR)),
            Step.REVIEW, appeal -> appeal.requestReview(by(AUTHOR)),
            Step.CHANGES, Appeal::requestChanges,
            Step.APPROVAL, appeal -> appeal.approve(by(APPROVER), NAMES),
            Step.ISSUE, appeal -> appeal.issue(REFERENCE, new Issue(APPROVER, NOON, NOON)),
            Step.CANCEL_ISSUE, appeal -> appeal.cancelIssue(NOON),
            Step.HOLD, appeal -> appeal.hold(by(VERIFIER)));

    /** Every step that leads on; all others are refused. What {@link StoppedAppealTest} tells stands there. */
    private static final Map<Step, Map<AppealStatus, AppealStatus>> LEADS_TO = Map.of(
            Step.EDIT, Map.of(DRAFT, DRAFT, IN_REVIEW, IN_REVIEW, CHANGES_REQUESTED, CHANGES_REQUESTED),
            Step.REVIEW, Map.of(DRAFT, IN_REVIEW, CHANGES_REQUESTED, IN_REVIEW),
            Step.CHANGES, Map.of(IN_REVIEW, CHANGES_REQUESTED, APPROVED, CHANGES_REQUESTED),
            Step.APPROVAL, Map.of(DRAFT, APPROVED, IN_REVIEW, APPROVED),
            Step.ISSUE, Map.of(APPROVED, ISSUED),
            Step.CANCEL_ISSUE, Map.of(ISSUED, APPROVED),
            Step.HOLD, Map.of(ISSUED, ISSUED));

    static Stream<Arguments> everyStepFromEveryStatus() {
        return STEPS.keySet().stream()
                .flatMap(step -> Arrays.stream(AppealStatus.values()).map(status -> Arguments.of(step, status)));
    }

    @ParameterizedTest
    @MethodSource("everyStepFromEveryStatus")
    void leadsOnOnlyWhereTheMapOfStepsSays(Step step, AppealStatus from) {
        var appeal = Samples.in(from);
        var to = LEADS_TO.getOrDefault(step, Map.of()).get(from);
        var taking = Objects.requireNonNull(STEPS.get(step));
        if (to == null) {
            assertThat(refusalOf(() -> taking.step(appeal))).contains(new Refusal.WrongStatus(from, step));
        } else {
            var after = taking.step(appeal);
            assertThat(after.status()).isEqualTo(to);
            assertThat(after.version()).isEqualTo(appeal.version() + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        SUBMITTER + ", SUBMITTER",
        VERIFIER + ", VERIFIER",
        AUTHOR + ", EDITOR",
    })
    void isApprovedByNobodyWhoHadAPartInIt(String account, Involvement involvement) {
        var appeal = Samples.draft().edit(Language.FR, story("récit", true), by(AUTHOR));
        assertThat(refusalOf(() -> appeal.approve(by(account), NAMES)))
                .contains(new Refusal.SecondPersonNeeded(involvement));
    }

    @Test
    void remembersWhoeverWroteInItThoughTheTextIsGone() {
        var appeal = Samples.draft()
                .edit(Language.FR, story("récit", true), by(APPROVER))
                .edit(Language.FR, story(null, null), by(AUTHOR));
        assertThat(refusalOf(() -> appeal.approve(by(APPROVER), NAMES)))
                .contains(new Refusal.SecondPersonNeeded(Involvement.EDITOR));
    }

    @Test
    void mayBeApprovedByWhoOnlyReadItOrAskedForChanges() {
        var appeal = Samples.in(CHANGES_REQUESTED)
                .edit(Language.FR, story("récit", false), by(AUTHOR))
                .edit(Language.FR, story("récit", true), by(APPROVER))
                .requestReview(by(AUTHOR));
        assertThat(appeal.approve(by(APPROVER), NAMES).status()).isEqualTo(APPROVED);
    }

    @Test
    void losesItsApprovalWhenChangesAreAskedFor() {
        assertThat(Samples.in(APPROVED).requestChanges().approved()).isNull();
    }

    @Test
    void isNotApprovedOnceTheRiskAssessmentHasExpired() {
        var lastDay = Samples.facts().riskValidUntil().atTime(23, 59).toInstant(ZoneOffset.UTC);
        assertThat(Samples.draft().approve(new Act(APPROVER, lastDay), NAMES).status())
                .isEqualTo(APPROVED);
        assertThat(refusalOf(() ->
                        Samples.draft().approve(new Act(APPROVER, lastDay.plus(Duration.ofMinutes(1))), NAMES)))
                .contains(new Refusal.RiskExpired(Samples.facts().riskValidUntil()));
    }

    @Test
    void isNotIssuedIfTheRiskAssessmentExpiredAfterTheApproval() {
        var later = NOON.plus(Duration.ofDays(60));
        assertThat(refusalOf(() -> Samples.in(APPROVED).requireIssuable(later, NAMES)))
                .contains(new Refusal.RiskExpired(Samples.facts().riskValidUntil()));
    }

    @Test
    void keepsItsReferenceWhenTheIssueIsTakenBackInTime() {
        var issued = Samples.in(ISSUED);
        var cancelled = issued.cancelIssue(NOON.plusSeconds(299));
        assertThat(cancelled.status()).isEqualTo(APPROVED);
        assertThat(cancelled.issued()).isNull();
        assertThat(cancelled.reference()).isEqualTo(REFERENCE);
    }

    @Test
    void isNotTakenBackOnceTheSendDelayIsOver() {
        assertThat(refusalOf(() -> Samples.in(ISSUED).cancelIssue(NOON.plusSeconds(300))))
                .contains(new Refusal.SendDelayOver());
    }

    @Test
    void leavesBehindWhatWasReadBeforeTheFirstStory() {
        var appeal = Samples.draft()
                .edit(Language.EN, story(null, true), by(AUTHOR))
                .edit(Language.FR, story("récit", true), by(AUTHOR));
        assertThat(appeal.in(Language.FR).state()).isEqualTo(LanguageState.CHECKED);
        assertThat(appeal.in(Language.EN).state()).isEqualTo(LanguageState.OUTDATED);
        assertThat(appeal.in(Language.RU).state()).isEqualTo(LanguageState.LIBRARY);
    }

    @Test
    void keepsTheFirstStoryReadWhenItsTranslationComes() {
        var appeal = Samples.draft()
                .edit(Language.FR, story("récit", true), by(AUTHOR))
                .edit(Language.EN, story("story", true), by(AUTHOR));
        assertThat(List.of(
                        appeal.in(Language.FR).state(), appeal.in(Language.EN).state()))
                .containsOnly(LanguageState.CHECKED);
    }

    @Test
    void isNotApprovedWhileEveryLanguageIsBeingWritten() {
        var appeal = Samples.draft();
        for (var language : Language.values()) {
            appeal = appeal.edit(language, story("half a", false), by(AUTHOR));
        }
        var unready = appeal;
        assertThat(refusalOf(() -> unready.approve(by(APPROVER), NAMES))).contains(new Refusal.NoLanguageReady());
    }

    @Test
    void showsNoTextWhenItIsPrinted() {
        var appeal = Samples.draft().edit(Language.FR, story("récit", true), by(AUTHOR));
        assertThat(appeal.toString() + appeal.facts() + appeal.in(Language.FR))
                .doesNotContain("récit")
                .doesNotContain("Goma")
                .doesNotContain("opening");
    }

    @Test
    void saysTheKindOfRefusalAndNothingElse() {
        assertThatThrownBy(() -> Samples.in(ISSUED).requestReview(by(AUTHOR))).hasMessage("WrongStatus");
    }

    private static Optional<Refusal> refusalOf(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (AppealRefused e) {
            return Optional.of(e.refusal());
        }
    }
}
