package org.tocsin.alert.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.platform.language.Language;

class ViolationVocabularyTest {

    private final ViolationVocabulary vocabulary = new ViolationVocabulary();
    private final ClauseLibrary library = new ClauseLibrary();

    @ParameterizedTest
    @EnumSource
    void everyViolationHasItsCodesAndWords(Violation violation) {
        var entry = vocabulary.entry(violation);
        assertThat(entry.huridocs()).allMatch(code -> code.matches("\\d{12}"));
        assertThat(entry.sdg().isEmpty()).isEqualTo(entry.isContext());
        for (var language : Language.values()) {
            assertThat(library.label(violation, language)).isNotBlank();
        }
    }

    @Test
    void reprisalAndImpunityAreContextsAndNotCounted() {
        assertThat(vocabulary.entry(Violation.REPRISAL).isContext()).isTrue();
        assertThat(vocabulary.entry(Violation.IMPUNITY).isContext()).isTrue();
        assertThat(vocabulary.entry(Violation.KILLING).isContext()).isFalse();
    }

    /** A widely used source of these labels has likely and unlikely exchanged in French and Spanish. */
    @ParameterizedTest
    @CsvSource({
        "FR, probable, improbable",
        "EN, likely, unlikely",
        "ES, probable, improbable",
        "AR, مرجَّح, مستبعَد",
        "RU, вероятно, маловероятно",
        "PT, provável, improvável"
    })
    void likelyIsNotUnlikely(Language language, String likely, String unlikely) {
        assertThat(library.label(Certainty.LIKELY, language)).isEqualTo(likely);
        assertThat(library.label(Certainty.UNLIKELY, language)).isEqualTo(unlikely);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, fiable, peu fiable",
        "EN, reliable, unreliable",
        "ES, fiable, poco fiable",
        "AR, موثوق, غير موثوق",
        "RU, надёжный, ненадёжный",
        "PT, fiável, pouco fiável"
    })
    void reliableIsNotUnreliable(Language language, String reliable, String unreliable) {
        assertThat(library.label(Reliability.RELIABLE, language)).isEqualTo(reliable);
        assertThat(library.label(Reliability.UNRELIABLE, language)).isEqualTo(unreliable);
    }
}
