package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.appeal.AppealStatus.APPROVED;
import static org.tocsin.alert.appeal.AppealStatus.ISSUED;
import static org.tocsin.alert.appeal.AppealStatus.RECALLED;
import static org.tocsin.alert.appeal.Samples.APPROVER;
import static org.tocsin.alert.appeal.Samples.NOON;
import static org.tocsin.alert.appeal.Samples.REFERENCE;
import static org.tocsin.alert.appeal.Samples.VERIFIER;
import static org.tocsin.alert.appeal.Samples.by;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.tocsin.alert.appeal.Refusal.RecalledAlready;
import org.tocsin.alert.appeal.Refusal.Step;
import org.tocsin.alert.appeal.Refusal.WrongStatus;

/** What one person may do to an appeal that two let go. */
class StoppedAppealTest {

    private final Appeal issued = Samples.in(ISSUED);
    private final Appeal held = issued.hold(by(VERIFIER));
    private final Recall released = recall(RecallNotice.RELEASED);

    @Test
    void isHeldByTheFirstWhoPressesAndNotAgainByTheNext() {
        assertThat(held.held()).isEqualTo(by(VERIFIER));
        assertThat(held.hold(by(APPROVER))).isEqualTo(held);
    }

    @Test
    void goesOnOnceItIsReleasedAndMayBeHeldAgain() {
        var goingOn = held.release();
        assertThat(goingOn.held()).isNull();
        assertThat(goingOn.status()).isEqualTo(ISSUED);
        assertThat(goingOn.version()).isEqualTo(held.version() + 1);
        assertThat(goingOn.hold(by(APPROVER)).held()).isEqualTo(by(APPROVER));
    }

    @Test
    void staysAsItIsWhenNobodyHoldsItAndItIsReleased() {
        assertThat(issued.release()).isEqualTo(issued);
    }

    @ParameterizedTest
    @EnumSource(value = AppealStatus.class, mode = Mode.EXCLUDE, names = "ISSUED")
    void isNotReleasedWhereNothingIsSent(AppealStatus status) {
        assertRefused(() -> Samples.in(status).release(), new WrongStatus(status, Step.RELEASE));
    }

    @ParameterizedTest
    @EnumSource(
            value = AppealStatus.class,
            mode = Mode.EXCLUDE,
            names = {"ISSUED", "RECALLED"})
    void isNotRecalledBeforeItIsIssuedNorWhenAnotherDocumentStandsForIt(AppealStatus status) {
        assertRefused(() -> Samples.in(status).recall(released), new WrongStatus(status, Step.RECALL));
    }

    @Test
    void isRecalledWhetherHeldOrNotAndThenHoldsNothing() {
        assertThat(issued.recall(released).status()).isEqualTo(RECALLED);
        var recalled = held.recall(released);
        assertThat(recalled.recalled()).isEqualTo(released);
        assertThat(recalled.held()).isNull();
        assertThat(recalled.version()).isEqualTo(held.version() + 1);
    }

    @Test
    void isRecalledOnceAndWithOneNotice() {
        var recalled = issued.recall(released);
        assertThat(recalled.recall(new Recall(APPROVER, NOON.plusSeconds(1), RecallNotice.RELEASED)))
                .isEqualTo(recalled);
        assertRefused(
                () -> recalled.recall(recall(RecallNotice.WITHDRAWN)), new RecalledAlready(RecallNotice.RELEASED));
    }

    @Test
    void losesItsHoldWithTheIssueThatIsTakenBack() {
        var cancelled = held.cancelIssue(NOON);
        assertThat(cancelled.status()).isEqualTo(APPROVED);
        var again = cancelled.issue(REFERENCE, new Issue(APPROVER, NOON, NOON));
        assertThat(again.held()).isNull();
    }

    private static Recall recall(RecallNotice notice) {
        return new Recall(VERIFIER, NOON, notice);
    }

    private static void assertRefused(ThrowingCallable step, Refusal refusal) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        AppealRefused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
