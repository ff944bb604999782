package org.tocsin.intake.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0007, 0x001B, 0x007F, 0x009B, 0x061C, 0x200B, 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF
            })
    void dropsWhatHidesOrReordersOtherCharacters(int hidden) {
        assertThat(CleanText.of("a" + Character.toString(hidden) + "b")).isEqualTo("ab");
    }

    @Test
    void dropsHalfACharacter() {
        assertThat(CleanText.of("a\uD83Db")).isEqualTo("ab");
    }

    @Test
    void keepsTheJoinersThatWordsNeed() {
        assertThat(CleanText.of("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    }

    @Test
    void keepsLinesWhateverTheirEndings() {
        assertThat(CleanText.of(" one\r\ntwo\rthree\u2028four\n")).isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void writesTheSameLetterTheSameWay() {
        assertThat(CleanText.of("e\u0301")).isEqualTo("\u00e9");
    }

    @Test
    void putsALineOnOneLine() {
        assertThat(CleanText.line(" Goma,\n\t North  Kivu ")).isEqualTo("Goma, North Kivu");
    }
}
