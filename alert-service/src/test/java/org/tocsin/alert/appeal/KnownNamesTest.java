package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.appeal.KnownNames.Question;

class KnownNamesTest {

    private static final KnownNames NAMES = names("P1", "Désiré Mukendi wa Tshala");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hier, Désiré Mukendi wa Tshala a été arrêté. | Hier, {P1} a été arrêté.",
                "hier, désiré mukendi wa tshala a été arrêté. | hier, {P1} a été arrêté.",
                "DESIRE MUKENDI WA TSHALA est avocat          | {P1} est avocat",
                "Mukendi wa Tshala Désiré, avocat             | {P1}, avocat",
                "la famille de Désiré Mukendi.                | la famille de {P1}.",
                "« Mukendi » est libre                        | « {P1} » est libre",
                "l'avocat de Mukendi's family                 | l'avocat de {P1}'s family",
                "Me Mukendi a parlé, puis Tshala.             | Me {P1} a parlé, puis {P1}.",
                "Désiré-Mukendi est libre                     | {P1} est libre",
            })
    void giveWayToTheToken(String written, String stored) {
        var cleared = NAMES.replaceIn(written, Set.of());
        assertThat(cleared.text()).isEqualTo(stored);
        assertThat(cleared.questions()).isEmpty();
        assertThat(NAMES.standIn(written, Set.of())).isTrue();
        assertThat(NAMES.standIn(stored, Set.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les Mukendiens et la démukendisation",
                "{P1} est libre",
                "Il a été arrêté à Goma.",
                "wa wa wa",
                ""
            })
    void areOnlyFoundAsWholeWords(String text) {
        assertThat(NAMES.standIn(text, Set.of())).isFalse();
        assertThat(NAMES.replaceIn(text, Set.of()).text()).isEqualTo(text);
    }

    @Test
    void areAskedAboutWhereAPartIsAnOrdinaryWord() {
        var cleared = NAMES.replaceIn("Le plus désiré est la paix. Tshala.", Set.of());
        assertThat(cleared.text()).isEqualTo("Le plus désiré est la paix. {P1}.");
        assertThat(cleared.questions()).containsExactly(new Question("P1", 8, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Il espère la Justice.", "la justice", "JUSTICE !"})
    void areAskedAboutWhereTheWholeNameIsAnOrdinaryWord(String text) {
        var cleared = names("P1", "Justice").replaceIn(text, Set.of());
        assertThat(cleared.text()).isEqualTo(text);
        assertThat(cleared.questions()).hasSize(1);
    }

    @Test
    void areAskedAboutBesideSomebodyElsesName() {
        var cleared = NAMES.replaceIn("son frère Paul Mukendi et Tshala Kabongo", Set.of());
        assertThat(cleared.text()).isEqualTo("son frère Paul Mukendi et Tshala Kabongo");
        assertThat(cleared.questions()).extracting(Question::token).containsExactly("P1", "P1");
    }

    @Test
    void areAskedAboutWhereTwoPeopleShareThem() {
        var family = new KnownNames(
                List.of(KnownName.person("P1", "Jean Mukendi"), KnownName.person("P2", "Marie Mukendi")));
        var cleared = family.replaceIn("Jean Mukendi, Marie Mukendi, les Mukendi.", Set.of());
        assertThat(cleared.text()).isEqualTo("{P1}, {P2}, les Mukendi.");
        assertThat(cleared.questions()).containsExactly(new Question("P1", 16, 7), new Question("P2", 16, 7));
    }

    @Test
    void areAskedAboutInArabicWhichHasNoCapitals() {
        var names = names("P1", "كريم الحداد");
        assertThat(names.replaceIn("اعتقل كريم الحداد أمس", Set.of()).text()).isEqualTo("اعتقل {P1} أمس");
        assertThat(names.replaceIn("رجل كريم، ولكريم", Set.of()).questions()).hasSize(2);
        assertThat(names.replaceIn("قالت لكريم", Set.of()).questions()).hasSize(1);
    }

    @Test
    void areAskedAboutInRussianCases() {
        var names = names("P1", "Анна Петрова");
        assertThat(names.replaceIn("у Анны Петровой обыск", Set.of()).questions())
                .isNotEmpty();
        assertThat(names.standIn("у Петровой обыск", Set.of())).isTrue();
        assertThat(names.standIn("Петровский парк", Set.of())).isFalse();
    }

    @Test
    void areLeftAloneOnceTheWordIsAccepted() {
        var accepted = NAMES.partsThatAre(List.of("désiré", "justice"));
        assertThat(accepted).containsExactly("P1.1");
        assertThat(NAMES.standIn("Le plus désiré est la paix.", accepted)).isFalse();
        assertThat(NAMES.replaceIn("Désiré Mukendi", accepted).text()).isEqualTo("{P1}");
    }

    @Test
    void coverOrganisationsThatMustNotBeNamed() {
        var names = new KnownNames(List.of(KnownName.organisation("P1", "Ligue des Droits")));
        var cleared = names.replaceIn("Elle dirige la ligue des droits.", Set.of());
        assertThat(cleared.text()).isEqualTo("Elle dirige la ligue des droits.");
        assertThat(cleared.questions()).containsExactly(new Question("P1.organisation", 15, 16));
        assertThat(names.standIn("la ligue de foot, les droits", Set.of())).isFalse();
    }

    @Test
    void areFoundHoweverTheyArePasted() {
        assertThat(NAMES.replaceIn("Muke\u00adndi, De\u0301sire\u0301\u00a0MUKENDI", Set.of())
                        .text())
                .isEqualTo("{P1}, {P1}");
    }

    @Test
    void areNotPrinted() {
        assertThat(KnownName.person("P1", "Désiré Mukendi").toString()).isEqualTo("KnownName[P1]");
        assertThat(NAMES.replaceIn("x", Set.of()).toString()).isEqualTo("Cleared");
    }

    private static KnownNames names(String token, String name) {
        return new KnownNames(List.of(KnownName.person(token, name)));
    }
}
