package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.incident.IncidentStatus.*;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentStatusTest {

    private static final Set<IncidentStatus> OUTCOMES = Set.of(
            NEEDS_INFORMATION, VERIFIED, CONFIDENTIAL_ACTION, NOT_VERIFIABLE_YET, OUT_OF_MANDATE, DUPLICATE, REFUSED);

    /** Written out once more, so that a change of the code is a change here. */
    private static final Map<IncidentStatus, Set<IncidentStatus>> LEGAL = new EnumMap<>(Map.ofEntries(
            Map.entry(RECEIVED, Set.of(CLAIMED, SEALED)),
            Map.entry(CLAIMED, and(OUTCOMES, RECEIVED, SEALED)),
            Map.entry(NEEDS_INFORMATION, and(OUTCOMES, CLOSED, SEALED)),
            Map.entry(NOT_VERIFIABLE_YET, and(OUTCOMES, CLOSED, SEALED)),
            Map.entry(CONFIDENTIAL_ACTION, and(OUTCOMES, CLOSED, SEALED)),
            Map.entry(UNDER_REVIEW, and(OUTCOMES, CLOSED, SEALED)),
            Map.entry(VERIFIED, Set.of(APPEAL_ISSUED, UNDER_REVIEW, CLOSED, SEALED)),
            Map.entry(APPEAL_ISSUED, Set.of(VERIFIED, UNDER_REVIEW, CLOSED, SEALED)),
            Map.entry(OUT_OF_MANDATE, Set.of(UNDER_REVIEW, SEALED)),
            Map.entry(DUPLICATE, Set.of(UNDER_REVIEW, SEALED)),
            Map.entry(REFUSED, Set.of(UNDER_REVIEW, SEALED)),
            Map.entry(CLOSED, Set.of(UNDER_REVIEW, SEALED)),
            Map.entry(SEALED, Set.of(UNDER_REVIEW, SHREDDED)),
            Map.entry(SHREDDED, Set.of())));

    static Stream<Arguments> allPairs() {
        return Arrays.stream(values()).flatMap(from -> Arrays.stream(values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void allowsTheLegalTransitionsAndNoOther(IncidentStatus from, IncidentStatus to) {
        assertThat(from.next().contains(to))
                .isEqualTo(LEGAL.getOrDefault(from, Set.of()).contains(to));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void neverLeavesShredded(IncidentStatus from, IncidentStatus to) {
        assertThat(SHREDDED.next()).doesNotContain(to);
        assertThat(from != SEALED && from.next().contains(SHREDDED)).isFalse();
    }

    @Test
    void tellsABareReceiptNothingOfTheOutcome() {
        assertThat(Stream.of(
                                VERIFIED,
                                CONFIDENTIAL_ACTION,
                                NOT_VERIFIABLE_YET,
                                OUT_OF_MANDATE,
                                DUPLICATE,
                                REFUSED,
                                APPEAL_ISSUED,
                                CLOSED,
                                SEALED,
                                SHREDDED)
                        .map(IncidentStatus::receiptWord))
                .containsOnly(ReceiptWord.NOTHING_MORE_NEEDED);
    }

    @Test
    void tellsABareReceiptWhetherSomebodyReadIt() {
        assertThat(RECEIVED.receiptWord()).isEqualTo(ReceiptWord.NOT_YET_READ);
        assertThat(CLAIMED.receiptWord()).isEqualTo(ReceiptWord.BEING_READ);
        assertThat(UNDER_REVIEW.receiptWord()).isEqualTo(ReceiptWord.BEING_READ);
        assertThat(NEEDS_INFORMATION.receiptWord()).isEqualTo(ReceiptWord.PLEASE_CONTACT_US);
    }

    private static Set<IncidentStatus> and(Set<IncidentStatus> some, IncidentStatus... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).collect(Collectors.toSet());
    }
}
