package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.tocsin.intake.incident.IncidentExamples.NOON;
import static org.tocsin.intake.incident.IncidentExamples.PARTNER;
import static org.tocsin.intake.incident.IncidentExamples.VERIFIER;
import static org.tocsin.intake.incident.IncidentExamples.facts;
import static org.tocsin.intake.incident.IncidentExamples.incident;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.intake.incident.IncidentConflict.Reason;

class IncidentTest {

    private static final Set<IncidentStatus> DECIDABLE = EnumSet.of(
            IncidentStatus.CLAIMED,
            IncidentStatus.NEEDS_INFORMATION,
            IncidentStatus.NOT_VERIFIABLE_YET,
            IncidentStatus.CONFIDENTIAL_ACTION,
            IncidentStatus.UNDER_REVIEW);

    private static final Set<IncidentStatus> OUTCOMES = EnumSet.of(
            IncidentStatus.VERIFIED,
            IncidentStatus.CONFIDENTIAL_ACTION,
            IncidentStatus.NEEDS_INFORMATION,
            IncidentStatus.NOT_VERIFIABLE_YET,
            IncidentStatus.OUT_OF_MANDATE,
            IncidentStatus.DUPLICATE,
            IncidentStatus.REFUSED);

    @Test
    void isClaimedByTheFirstVerifierWhoTakesItOn() {
        var claimed = incident(IncidentStatus.RECEIVED, null).claim(VERIFIER, NOON);

        assertThat(claimed.status()).isEqualTo(IncidentStatus.CLAIMED);
        assertThat(claimed.claim()).isEqualTo(new Claim(VERIFIER, NOON));
        assertThat(claimed.version()).isEqualTo(8);
    }

    @Test
    void namesItsOwnerToAnybodyElseWhoWantsIt() {
        assertThatThrownBy(() -> incident(IncidentStatus.CLAIMED, VERIFIER).claim("verifier-two", NOON))
                .asInstanceOf(type(ClaimHeld.class))
                .satisfies(held -> assertThat(held.claim().by()).isEqualTo(VERIFIER));
    }

    @Test
    void staysAsItIsWhenItsOwnerClaimsItAgain() {
        var claimed = incident(IncidentStatus.CLAIMED, VERIFIER);

        assertThat(claimed.claim(VERIFIER, NOON.plusSeconds(60))).isSameAs(claimed);
    }

    @ParameterizedTest
    @EnumSource
    void canBeClaimedAsLongAsItIsOpen(IncidentStatus status) {
        var open = EnumSet.of(
                IncidentStatus.RECEIVED,
                IncidentStatus.CLAIMED,
                IncidentStatus.NEEDS_INFORMATION,
                IncidentStatus.NOT_VERIFIABLE_YET,
                IncidentStatus.CONFIDENTIAL_ACTION,
                IncidentStatus.UNDER_REVIEW,
                IncidentStatus.VERIFIED,
                IncidentStatus.APPEAL_ISSUED);
        var incident = incident(status, null);

        if (open.contains(status)) {
            assertThat(incident.claim(VERIFIER, NOON).isClaimedBy(VERIFIER)).isTrue();
        } else {
            assertConflict(Reason.ILLEGAL_TRANSITION, () -> incident.claim(VERIFIER, NOON));
        }
    }

    @Test
    void isNeverClaimedByThePartnerWhoseReportItIs() {
        assertConflict(
                Reason.OWN_REPORT, () -> incident(IncidentStatus.RECEIVED, null).claim(PARTNER, NOON));
    }

    @Test
    void isNotClaimedByThePartnerForWhomStaffEnteredIt() {
        var byPhone = Incident.received(
                IncidentExamples.ID, "key-1", new Origin(VERIFIER, PARTNER, SourceConnection.NGO), facts(), NOON);

        assertConflict(Reason.OWN_REPORT, () -> byPhone.claim(PARTNER, NOON));
        assertThat(byPhone.claim(VERIFIER, NOON).isClaimedBy(VERIFIER)).isTrue();
    }

    @Test
    void returnsToTheQueueWhenItsOwnerReleasesIt() {
        var released = incident(IncidentStatus.CLAIMED, VERIFIER).release(VERIFIER);

        assertThat(released.status()).isEqualTo(IncidentStatus.RECEIVED);
        assertThat(released.claim()).isNull();
    }

    @Test
    void keepsItsStateWhenReleasedAfterADecision() {
        assertThat(incident(IncidentStatus.NEEDS_INFORMATION, VERIFIER)
                        .release(VERIFIER)
                        .status())
                .isEqualTo(IncidentStatus.NEEDS_INFORMATION);
    }

    @Test
    void isReleasedByNobodyButItsOwner() {
        assertConflict(
                Reason.NOT_CLAIMED,
                () -> incident(IncidentStatus.RECEIVED, null).release(VERIFIER));
        assertThatThrownBy(() -> incident(IncidentStatus.CLAIMED, VERIFIER).release("verifier-two"))
                .isInstanceOf(ClaimHeld.class);
    }

    static Stream<Arguments> allPairs() {
        return Arrays.stream(IncidentStatus.values())
                .flatMap(from -> Arrays.stream(IncidentStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void isDecidedOnlyWhereADecisionIsDueAndOnlyToAnOutcome(IncidentStatus from, IncidentStatus to) {
        var incident = incident(from, VERIFIER);

        if (DECIDABLE.contains(from) && OUTCOMES.contains(to)) {
            assertThat(incident.decide(to, VERIFIER).status()).isEqualTo(to);
        } else {
            assertConflict(Reason.ILLEGAL_TRANSITION, () -> incident.decide(to, VERIFIER));
        }
    }

    @Test
    void isDecidedOnlyByWhoeverWorksOnIt() {
        assertConflict(
                Reason.NOT_CLAIMED,
                () -> incident(IncidentStatus.RECEIVED, null).decide(IncidentStatus.VERIFIED, VERIFIER));
        assertConflict(
                Reason.NOT_CLAIMED,
                () -> incident(IncidentStatus.NEEDS_INFORMATION, null).decide(IncidentStatus.VERIFIED, VERIFIER));
        assertThatThrownBy(() ->
                        incident(IncidentStatus.CLAIMED, VERIFIER).decide(IncidentStatus.VERIFIED, "verifier-two"))
                .isInstanceOf(ClaimHeld.class);
    }

    @Test
    void keepsItsOwnerUntilItIsFinished() {
        var claimed = incident(IncidentStatus.CLAIMED, VERIFIER);

        assertThat(claimed.decide(IncidentStatus.NEEDS_INFORMATION, VERIFIER).claim())
                .isNotNull();
        assertThat(claimed.decide(IncidentStatus.VERIFIED, VERIFIER).claim()).isNotNull();
        assertThat(claimed.decide(IncidentStatus.REFUSED, VERIFIER).claim()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void isMarkedIssuedFromVerifiedOnly(IncidentStatus status) {
        var incident = incident(status, null);

        assertThat(incident.appealIssued().status())
                .isEqualTo(status == IncidentStatus.VERIFIED ? IncidentStatus.APPEAL_ISSUED : status);
    }

    @ParameterizedTest
    @EnumSource
    void isVerifiedAgainWhenTheIssueIsCancelled(IncidentStatus status) {
        var incident = incident(status, null);

        assertThat(incident.appealIssueCancelled().status())
                .isEqualTo(status == IncidentStatus.APPEAL_ISSUED ? IncidentStatus.VERIFIED : status);
    }

    private static void assertConflict(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(IncidentConflict.class))
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo(reason));
    }
}
