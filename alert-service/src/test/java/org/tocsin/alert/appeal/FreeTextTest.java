package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeTextTest {

    @Test
    void losesControlsAndDirectionOverrides() {
        assertThat(FreeText.clean("a\u0000b\u202ec\u2066d\ufeff\u0007e")).isEqualTo("abcde");
    }

    @Test
    void keepsWhatWritingNeeds() {
        var text = "ligne\n\tautre, می\u200cخواهم, \u200fأمل, 👩\u200d⚖️";
        assertThat(FreeText.clean(text)).isEqualTo(text);
    }

    @Test
    void hasOneKindOfLineEndAndOneFormOfEachLetter() {
        assertThat(FreeText.clean(" a\r\nb\rc\u2028d e\u0301 ")).isEqualTo("a\nb\nc\nd \u00e9");
    }

    @Test
    void fitsAHeadlineOnOneLine() {
        assertThat(FreeText.cleanLine("one\r\n two")).isEqualTo("one two");
    }
}
