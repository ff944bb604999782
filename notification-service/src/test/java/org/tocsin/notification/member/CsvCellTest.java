package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-1", "@SUM(A1)", "'=1", "''=1", "\uFF1D1", "=cmd|' /C calc'!A0"})
    void keepsAFormulaFromBeingOneAndReadsItAsItWas(String text) {
        assertThat(CsvCell.guarded(text)).isEqualTo("'" + text);
        assertThat(CsvCell.unguarded(CsvCell.guarded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ligue Exemple", "'t Voorbeeld", "1+1", "a=b", "'"})
    void leavesOtherTextsAlone(String text) {
        assertThat(CsvCell.guarded(text)).isEqualTo(text);
        assertThat(CsvCell.unguarded(text)).isEqualTo(text);
    }
}
