package org.tocsin.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.intake.incident.DatePrecision;
import org.tocsin.intake.incident.Sector;
import org.tocsin.intake.incident.Urgency;
import org.tocsin.intake.incident.Violation;

/** Events are filled word by word, so each word of ours has to be one of the contract's. */
class VocabularyTest {

    static Stream<Arguments> sets() {
        return Stream.of(
                Arguments.of(Urgency.values(), org.tocsin.schemas.Urgency.values()),
                Arguments.of(Violation.values(), org.tocsin.schemas.Violation.values()),
                Arguments.of(Sector.values(), org.tocsin.schemas.Sector.values()),
                Arguments.of(DatePrecision.values(), org.tocsin.schemas.DatePrecision.values()),
                Arguments.of(Reliability.values(), org.tocsin.schemas.Reliability.values()),
                Arguments.of(Certainty.values(), org.tocsin.schemas.Certainty.values()),
                Arguments.of(Method.values(), org.tocsin.schemas.Method.values()));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void saysTheSameAsTheContract(Enum<?>[] ours, Enum<?>[] theirs) {
        var unknown = Stream.of("UNKNOWN");
        assertThat(Stream.concat(Arrays.stream(ours).map(Enum::name), unknown).distinct())
                .containsExactlyInAnyOrder(Arrays.stream(theirs).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void tellsEveryDecisionButVerified(Decision decision) {
        assertThat(org.tocsin.schemas.incident.Decision.valueOf(decision.name()).name())
                .isEqualTo(decision.name());
    }

    static Stream<Decision> decisions() {
        return Arrays.stream(Decision.values()).filter(decision -> decision != Decision.VERIFIED);
    }
}
