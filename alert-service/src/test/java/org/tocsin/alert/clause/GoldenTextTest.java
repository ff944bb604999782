package org.tocsin.alert.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/** Whole appeals as a reader sees them. What the library writes now is left in {@code target/golden} for comparison. */
class GoldenTextTest {

    private static final Map<String, Facts> APPEALS = new TreeMap<>(Map.of(
            "1 a lawyer arrested and threatened",
            new Facts(
                    new Country("COD"),
                    "Goma",
                    LocalDate.of(2026, 11, 20),
                    null,
                    DatePrecision.DAY,
                    List.of(Violation.ARB_ARREST, Violation.THREAT),
                    Urgency.URGENT,
                    Certainty.LIKELY,
                    List.of(new Subject("P1", Sector.LAWYER)),
                    null),
            "2 a killing that stays unpunished",
            new Facts(
                    new Country("PHL"),
                    "Davao",
                    LocalDate.of(2026, 11, 1),
                    null,
                    DatePrecision.ESTIMATE,
                    List.of(Violation.KILLING, Violation.IMPUNITY),
                    Urgency.LIFE_AT_RISK,
                    Certainty.CONFIRMED,
                    List.of(new Subject("P1", Sector.LAND_ENVIRONMENT)),
                    "Colectivo Río Claro"),
            "3 three people disappeared",
            new Facts(
                    new Country("MEX"),
                    null,
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 11, 30),
                    DatePrecision.MONTH,
                    List.of(
                            Violation.ENF_DISAPPEARANCE,
                            Violation.TORTURE,
                            Violation.SURVEILLANCE,
                            Violation.RAID,
                            Violation.REPRISAL),
                    Urgency.LIFE_AT_RISK,
                    Certainty.POSSIBLE,
                    List.of(
                            new Subject("P1", Sector.JOURNALIST),
                            new Subject("P2", Sector.JOURNALIST),
                            new Subject("P3", Sector.INDIGENOUS)),
                    null),
            "4 an organisation closed",
            new Facts(
                    new Country("BLR"),
                    "Minsk",
                    LocalDate.of(2026, 6, 3),
                    null,
                    DatePrecision.YEAR,
                    List.of(Violation.ASSOC_RESTRICTION, Violation.JUDICIAL_HARASSMENT),
                    Urgency.NORMAL,
                    Certainty.CONFIRMED,
                    List.of(),
                    "Centre Inventé"),
            "5 two women's rights defenders attacked",
            new Facts(
                    new Country("EGY"),
                    null,
                    LocalDate.of(2026, 3, 8),
                    LocalDate.of(2026, 3, 10),
                    DatePrecision.DAY,
                    List.of(Violation.SEXUAL_VIOLENCE, Violation.SMEAR),
                    Urgency.URGENT,
                    Certainty.LIKELY,
                    List.of(new Subject("P1", Sector.WOMENS_RIGHTS), new Subject("P2", Sector.WOMENS_RIGHTS)),
                    null)));

    @ParameterizedTest
    @EnumSource
    void readsAsAgreed(Language language) throws IOException {
        var library = new ClauseLibrary();
        var actual = APPEALS.entrySet().stream()
                .map(appeal -> "### " + appeal.getKey() + "\n\n" + page(library.write(appeal.getValue(), language)))
                .collect(Collectors.joining("\n\n"));
        var name = language.tag() + ".txt";
        Files.writeString(Files.createDirectories(Path.of("target", "golden")).resolve(name), actual + "\n");
        assertThat(actual + "\n").isEqualTo(agreed(name));
    }

    private static String page(ClauseText text) {
        return String.join(
                "\n",
                text.headline(),
                text.opening(),
                text.situation(),
                text.concern(),
                text.demands().stream().map(demand -> "- " + demand).collect(Collectors.joining("\n")),
                new TreeMap<>(text.descriptions()).toString());
    }

    private static String agreed(String name) throws IOException {
        try (var in =
                Objects.requireNonNull(GoldenTextTest.class.getResourceAsStream("/clauses/golden/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
