package org.tocsin.alert.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.clause.Violation.ARB_ARREST;
import static org.tocsin.alert.clause.Violation.ASSOC_RESTRICTION;
import static org.tocsin.alert.clause.Violation.IMPUNITY;
import static org.tocsin.alert.clause.Violation.KILLING;
import static org.tocsin.alert.clause.Violation.RAID;
import static org.tocsin.alert.clause.Violation.SURVEILLANCE;
import static org.tocsin.alert.clause.Violation.THREAT;
import static org.tocsin.alert.clause.Violation.TORTURE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.platform.language.Language;

class ClauseLibraryTest {

    private final ClauseLibrary library = new ClauseLibrary();

    @Test
    void onlyWhatIsConfirmedIsStatedAsAFact() {
        assertThat(threat(Certainty.CONFIRMED)).isEqualTo("On 20 November 2026, {P1} received threats.");
        assertThat(threat(Certainty.LIKELY))
                .isEqualTo("On 20 November 2026, according to the information received, {P1} received threats.");
        assertThat(threat(Certainty.POSSIBLE)).contains("which could not be confirmed in every respect");
        assertThat(threat(Certainty.UNLIKELY)).isEqualTo(threat(Certainty.POSSIBLE));
        assertThat(threat(Certainty.UNKNOWN)).isEqualTo(threat(Certainty.POSSIBLE));
    }

    @Test
    void tellsActsInTheOrderOfTheVocabularyAndBreaksLongSentences() {
        var text = write(List.of(KILLING, IMPUNITY, THREAT, RAID, SURVEILLANCE), 1);
        assertThat(text.headline()).isEqualTo("Killing / Impunity / Threats / Raid or break-in / Surveillance");
        assertThat(text.situation())
                .isEqualTo(
                        "On 20 November 2026, {P1} was placed under unjustified surveillance, received threats and suffered a raid"
                                + " or break-in at home or at work. The same person was killed."
                                + " To our knowledge, those responsible have not had to answer for these acts in court.");
    }

    @Test
    void doesNotAskForTheIntegrityOfTheDeadNorInvestigateTwice() {
        assertThat(demands(KILLING, TORTURE))
                .anyMatch(demand -> demand.contains("Minnesota Protocol"))
                .noneMatch(demand -> demand.contains("Istanbul Protocol"))
                .noneMatch(demand -> demand.startsWith("Guarantee, in all circumstances"));
        assertThat(demands(TORTURE))
                .filteredOn(demand -> demand.contains("investigation"))
                .hasSize(1);
        assertThat(demands(ARB_ARREST)).anyMatch(demand -> demand.startsWith("Release"));
        assertThat(demands(THREAT)).noneMatch(demand -> demand.startsWith("Release"));
    }

    @Test
    void withoutPersonsAnOrganisationOrUncountedDefendersAreTheSubject() {
        assertThat(write(List.of(ASSOC_RESTRICTION), 0).situation())
                .contains("a human rights organisation was subjected");
        assertThat(write(List.of(ARB_ARREST), 0).situation()).contains("one or more human rights defenders were");
    }

    @Test
    void asksDifferentlyByUrgencyAndNamesThePartnerOnlyWhenHandedOne() {
        var inDanger = library.write(facts(Urgency.LIFE_AT_RISK, null, "Colectivo Inventado A.C."), Language.EN);
        assertThat(inDanger.opening())
                .startsWith("One or more lives are in danger in the Democratic Republic of the Congo.")
                .contains("our partner Colectivo Inventado A.C. and has been checked");
        assertThat(library.write(facts(Urgency.NORMAL, null, null), Language.EN).opening())
                .startsWith("We draw your attention")
                .contains("not named here");
    }

    @ParameterizedTest
    @EnumSource
    void aFurtherPersonOfTheSameFieldIsAnotherOne(Language language) {
        var subjects = List.of(
                new Subject("P1", Sector.LAWYER),
                new Subject("P2", Sector.LAWYER),
                new Subject("P3", Sector.OTHER),
                new Subject("P4", Sector.UNKNOWN));
        var facts = new Facts(
                Cases.CONGO,
                null,
                Cases.DAY,
                null,
                DatePrecision.DAY,
                List.of(THREAT),
                Urgency.URGENT,
                Certainty.LIKELY,
                subjects,
                null);
        assertThat(library.write(facts, language).descriptions().values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Washington D.C.      | Place: Washington D.C.
        Goma, Nord-Kivu,     | Place: Goma, Nord-Kivu.
        a{P2}b               | Place: a P2 b.
        '  two   spaces '    | Place: two spaces.
        """)
    void aPlaceIsMadeFitForASentence(String place, String sentence) {
        assertThat(library.write(facts(Urgency.URGENT, place, null), Language.EN)
                        .situation())
                .endsWith(sentence);
    }

    @Test
    void aPlaceKeepsItsDirectionInTextThatRunsRightToLeft() {
        assertThat(library.write(facts(Urgency.URGENT, "2 rue Inventée", null), Language.AR)
                        .situation())
                .endsWith("\u200E2 rue Inventée\u200E.");
        assertThat(library.write(facts(Urgency.URGENT, "غوما", null), Language.AR)
                        .situation())
                .endsWith(" غوما.");
    }

    @Test
    void nothingOfTheCaseIsInToString() {
        var facts = facts(Urgency.URGENT, "Goma", "Colectivo Inventado");
        assertThat(facts).asString().isEqualTo("Facts[COD]");
        assertThat(library.write(facts, Language.EN)).asString().isEqualTo("ClauseText[en]");
    }

    @Test
    void theVersionStandsForTheTexts() {
        assertThat(library.version()).matches("1-[0-9a-f]{12}").isEqualTo(new ClauseLibrary().version());
    }

    private String threat(Certainty certainty) {
        return library.write(Cases.facts(List.of(THREAT), 1, null, DatePrecision.DAY, certainty), Language.EN)
                .situation();
    }

    private ClauseText write(List<Violation> violations, int persons) {
        return library.write(
                Cases.facts(violations, persons, null, DatePrecision.DAY, Certainty.CONFIRMED), Language.EN);
    }

    private List<String> demands(Violation... violations) {
        return write(List.of(violations), 1).demands();
    }

    private static Facts facts(Urgency urgency, @Nullable String place, @Nullable String partner) {
        return new Facts(
                Cases.CONGO,
                place,
                Cases.DAY,
                null,
                DatePrecision.DAY,
                List.of(THREAT),
                urgency,
                Certainty.LIKELY,
                Cases.persons(1),
                partner);
    }
}
