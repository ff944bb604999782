package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.language.Language.AR;
import static org.tocsin.platform.language.Language.EN;
import static org.tocsin.platform.language.Language.ES;
import static org.tocsin.platform.language.Language.FR;
import static org.tocsin.platform.language.Language.RU;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {

    @Test
    void takesTheFirstOfTheMembersLanguagesThereIs() {
        assertThat(LanguageChoice.choose(List.of(AR, ES, EN), Set.of(EN, ES))).isEqualTo(ES);
    }

    @Test
    void fallsBackToEnglishThenFrenchThenAny() {
        assertThat(LanguageChoice.choose(List.of(AR), Set.of(FR, EN))).isEqualTo(EN);
        assertThat(LanguageChoice.choose(List.of(AR), Set.of(FR, RU))).isEqualTo(FR);
        assertThat(LanguageChoice.choose(List.of(AR), Set.of(RU))).isEqualTo(RU);
    }
}
