package org.tocsin.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.notification.channel.SmsText.Encoding;

class SmsTextTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "160, 1", "161, 2", "306, 2", "307, 3"})
    void countsSegmentsOfTheSevenBitAlphabet(int length, int segments) {
        var text = SmsText.of("a".repeat(length));
        assertThat(text.encoding()).isEqualTo(Encoding.GSM7);
        assertThat(text.segments()).hasSize(segments);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
    void countsSegmentsOfEveryOtherAlphabet(int length, int segments) {
        var text = SmsText.of("ж".repeat(length));
        assertThat(text.encoding()).isEqualTo(Encoding.UCS2);
        assertThat(text.segments()).hasSize(segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€"})
    void countsACharacterOfTheExtensionTwice(String character) {
        assertThat(SmsText.of(character.repeat(80)).segments()).hasSize(1);
        assertThat(SmsText.of(character.repeat(80) + "a").segments()).hasSize(2);
    }

    @Test
    void tearsNoCharacterOfTwoPartsApart() {
        var bracket = SmsText.of("a".repeat(152) + "[" + "a".repeat(100));
        assertThat(bracket.segments().getFirst()).hasSize(152);
        var bell = SmsText.of("ж".repeat(66) + "🔔" + "ж".repeat(10));
        assertThat(bell.segments().getFirst()).hasSize(132);
    }

    @Test
    void straightensQuotesDashesAndSpacesButNeverLosesALetter() {
        assertThat(SmsText.of("Côte d’Ivoire").text()).isEqualTo("Côte d'Ivoire");
        assertThat(SmsText.of("it’s “here” – now\u00A0!").encoding()).isEqualTo(Encoding.GSM7);
        assertThat(SmsText.of("e\u0301").encoding()).isEqualTo(Encoding.GSM7);
        assertThat(SmsText.of("João").text()).isEqualTo("João");
        assertThat(SmsText.of("João").encoding()).isEqualTo(Encoding.UCS2);
    }

    @Test
    void writesOctetsAsTheStandardHasThem() {
        assertThat(SmsText.of("@$€[à").segments())
                .containsExactly(new byte[] {0x00, 0x02, 0x1B, 0x65, 0x1B, 0x3C, 0x7F});
        assertThat(SmsText.of("ж").segments()).containsExactly(new byte[] {0x04, 0x36});
    }

    @Test
    void showsNoWordOfItWhenLogged() {
        assertThat(SmsText.of("secret")).hasToString("SmsText[GSM7, 1]");
    }
}
