package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.appeal.Samples.AUTHOR;
import static org.tocsin.alert.appeal.Samples.NAMES;
import static org.tocsin.alert.appeal.Samples.by;
import static org.tocsin.alert.appeal.Samples.story;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.platform.language.Language;

class GuardsTest {

    @Test
    void stopAClearNameInAnyLanguageAndSayWhich() {
        var appeal = Samples.draft()
                .edit(Language.EN, story("{P1} was arrested", true), by(AUTHOR))
                .edit(Language.RU, story("Mukendi", false), by(AUTHOR));
        assertThat(objection(appeal)).contains(new Refusal.ClearName(Language.RU));
    }

    @Test
    void letAnAcceptedWordPass() {
        var edit = new LanguageEdit(null, "avec espérance", true, Set.of("P1.1"));
        assertThat(objection(Samples.draft().edit(Language.FR, edit, by(AUTHOR))))
                .isEmpty();
    }

    @Test
    void stopAPersonInAHeading() {
        var edit = new LanguageEdit("{P1} arrested", null, true, Set.of());
        assertThat(objection(Samples.draft().edit(Language.EN, edit, by(AUTHOR))))
                .contains(new Refusal.PersonInHeadline(Language.EN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le 20 novembre 2026, {P1} | On 20 November 2026, {P1}",
                "trois hommes et {P1}      | 3 men and {P1}",
                "1 200 manifestants, {P1}  | 1,200 protesters, {P1}",
                "le 5 {P1}                 | on the 05 {P1}",
                "le ٢٠ نوفمبر {P1}         | on 20 November {P1}",
            })
    void letStoriesPassThatSayTheSame(String one, String other) {
        assertThat(objection(withStories(one, other))).isEmpty();
    }

    @Test
    void stopDifferentNumbersAndShowBoth() {
        assertThat(objection(withStories("Le 20 novembre 2026, {P1}", "On 21 November 2026, {P1}")))
                .contains(new Refusal.LanguagesDiffer(Language.FR, Set.of("20"), Language.EN, Set.of("21")));
    }

    @Test
    void stopStoriesAboutDifferentPeople() {
        assertThat(objection(withStories("{P1} et {P2}", "{P1} alone")))
                .contains(new Refusal.LanguagesDiffer(Language.FR, Set.of("P2"), Language.EN, Set.of()));
    }

    @Test
    void askNothingOfStoriesThatNobodyHasRead() {
        var appeal = Samples.draft()
                .edit(Language.FR, story("le 20 {P1}", true), by(AUTHOR))
                .edit(Language.EN, story("on the 21", false), by(AUTHOR));
        assertThat(objection(appeal)).isEmpty();
    }

    private static Appeal withStories(String french, String english) {
        return Samples.draft()
                .edit(Language.FR, story(french, true), by(AUTHOR))
                .edit(Language.EN, story(english, true), by(AUTHOR));
    }

    private static Optional<Refusal> objection(Appeal appeal) {
        return Guards.objection(appeal.languages().values(), NAMES);
    }
}
