package org.tocsin.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.platform.language.Language;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r", "\n", "\0", "\u760A", "\u760D", "\u202E", "\u2066", "\u200F", "\u0085", "\u2028", "\uD800", "\t"
            })
    void refusesWhatEndsALineHidesTextOrTurnsItsDirection(String unsafe) {
        assertThat(HeaderText.isSafe("a" + unsafe + "b")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailContent(Language.EN, "secret" + unsafe, "", ""))
                .withMessageNotContaining("secret");
    }

    @Test
    void leavesEveryLanguageOfTheNetworkAlone() {
        var subject = "[عاجل] Київ – ñandú – Срочно – COD 001 / 1126 / OBS 001";
        assertThat(HeaderText.check("subject", subject))
                .isEqualTo(HeaderText.clean(subject))
                .isEqualTo(subject);
    }

    @Test
    void makesAnyTextSafe() {
        var random = new Random(20261124);
        for (var i = 0; i < 100_000; i++) {
            var text = random.ints(12, 0, 0x3000)
                    .map(c -> random.nextInt(8) == 0 ? "\r\n\0\u760A\u760D\u202E".charAt(random.nextInt(6)) : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(HeaderText.isSafe(HeaderText.clean(text)))
                    .as("seed 20261124, text %d", i)
                    .isTrue();
        }
    }
}
