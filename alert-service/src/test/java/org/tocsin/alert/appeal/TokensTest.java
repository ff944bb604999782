package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    @Test
    void standForPeople() {
        assertThat(Tokens.in("{P1} et {P12}, {P1}")).containsExactly("P1", "P12");
        assertThat(Tokens.allKnown("{P1} et {P1}", Set.of("P1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{P2}", "{P1", "P1}", "{}", "{p1}", "{P01}", "{{P1}}", "{ack}"})
    void areNothingElseInBraces(String text) {
        assertThat(Tokens.allKnown(text, Set.of("P1"))).isFalse();
    }
}
