package org.tocsin.alert.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.platform.language.Language;

class WhenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FR | DAY      | 2026-11-01 |            | le 1er novembre 2026
        FR | DAY      | 2026-11-01 | 2026-11-20 | entre le 1er et le 20 novembre 2026
        FR | DAY      | 2026-10-30 | 2026-11-02 | entre le 30 octobre et le 2 novembre 2026
        FR | DAY      | 2025-12-30 | 2026-01-02 | entre le 30 décembre 2025 et le 2 janvier 2026
        FR | DAY      | 2026-11-20 | 2026-11-20 | le 20 novembre 2026
        FR | MONTH    | 2026-11-20 |            | en novembre 2026
        FR | MONTH    | 2026-11-02 | 2026-11-20 | en novembre 2026
        FR | YEAR     | 2026-01-01 | 2026-11-20 | en 2026
        FR | ESTIMATE | 2026-11-20 |            | vers le 20 novembre 2026
        EN | DAY      | 2026-11-18 | 2026-11-20 | between 18 and 20 November 2026
        EN | MONTH    | 2026-10-01 | 2026-11-20 | between October and November 2026
        EN | ESTIMATE | 2026-11-20 |            | on or around 20 November 2026
        ES | DAY      | 2026-11-18 | 2026-11-20 | entre el 18 y el 20 de noviembre de 2026
        ES | MONTH    | 2026-11-20 |            | en noviembre de 2026
        PT | DAY      | 2026-11-20 |            | a 20 de novembro de 2026
        PT | YEAR     | 2025-11-20 | 2026-11-20 | entre 2025 e 2026
        RU | DAY      | 2026-11-20 |            | 20 ноября 2026 года
        RU | DAY      | 2026-11-18 | 2026-11-20 | в период с 18 по 20 ноября 2026 года
        RU | MONTH    | 2026-05-20 |            | в мае 2026 года
        RU | MONTH    | 2026-10-01 | 2026-11-20 | в период с октября до конца ноября 2026 года
        RU | YEAR     | 2025-11-20 | 2026-11-20 | в период с 2025 по 2026 год
        AR | DAY      | 2026-11-20 |            | في 20 نوفمبر 2026
        AR | MONTH    | 2026-05-20 |            | في شهر مايو 2026
        """)
    void saysAsMuchAsIsKnown(
            Language language, DatePrecision precision, LocalDate from, @Nullable LocalDate to, String expected) {
        assertThat(When.say(Cases.dated(from, to, precision), Phrases.load(language)))
                .isEqualTo(expected);
    }
}
