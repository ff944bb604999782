package org.tocsin.alert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceCodeTest {

    private static final ReferenceCode FIRST = new ReferenceCode("COD", 1, YearMonth.of(2026, 11), 4, false, 0);

    @Test
    void isWrittenAsTheNetworkKnowsIt() {
        assertThat(FIRST.canonical()).isEqualTo("COD 001 / 1126 / OBS 004");
        assertThat(FIRST.urlForm()).isEqualTo("COD-001-1126-OBS-004");
    }

    @Test
    void numbersFollowUps() {
        var followUp = new ReferenceCode("COD", 1, YearMonth.of(2026, 11), 1004, false, 12);
        assertThat(followUp.canonical()).isEqualTo("COD 001 / 1126 / OBS 1004.12");
        assertThat(followUp.urlForm()).isEqualTo("COD-001-1126-OBS-1004.12");
    }

    @Test
    void marksRestrictedCasesInBothNumbers() {
        var restricted = new ReferenceCode("COD", 1, YearMonth.of(2026, 11), 4, true, 0);
        assertThat(restricted.canonical()).isEqualTo("COD R001 / 1126 / OBS R004");
        assertThat(restricted.urlForm()).isEqualTo("COD-R001-1126-OBS-R004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COD 001 / 1126 / OBS 004",
                "COD R001 / 1126 / OBS R004",
                "COD 002 / 0215 / OBS 006.3",
                "COD 999 / 1226 / OBS 9999.99"
            })
    void readsWhatItWrites(String canonical) {
        var code = ReferenceCode.parse(canonical).orElseThrow();
        assertThat(code.canonical()).isEqualTo(canonical);
        assertThat(ReferenceCode.parseUrl(code.urlForm())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COD 001/1126/OBS 004",
                "COD R001 / 1126 / OBS 004",
                "COD 001 / 1126 / OBS R004",
                "COD 001 / 0026 / OBS 004",
                "COD 001 / 1126 / OBS 004.0",
                "COD 000 / 1126 / OBS 004",
                " COD 001 / 1126 / OBS 004"
            })
    void readsNothingButTheCanonicalForm(String text) {
        assertThat(ReferenceCode.parse(text)).isEmpty();
    }

    @Test
    void refusesNumbersThatDoNotFitTheForm() {
        assertThatThrownBy(() -> new ReferenceCode("COD", 1000, YearMonth.of(2026, 11), 4, false, 0))
                .hasMessage("reference: country serial is 1000 (expected: 1..999)");
        assertThatThrownBy(() -> new ReferenceCode("cod", 1, YearMonth.of(2026, 11), 4, false, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
