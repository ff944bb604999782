package org.tocsin.intake.incident;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Country;

/**
 * What was reported, without anything personal.
 *
 * @param urgency as the submitter judged it
 * @param sectors one for each person, in the order submitted: the first is of P1
 * @param narrativeLanguage BCP 47 tag
 */
public record Facts(
        Country country,
        Period occurred,
        List<Violation> violations,
        Urgency urgency,
        List<Sector> sectors,
        @Nullable String narrativeLanguage) {

    public Facts {
        violations = List.copyOf(violations);
        sectors = List.copyOf(sectors);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("violations: none (expected: at least one)");
        }
    }

    /** The persons' tokens: P1, P2, ... */
    public List<String> tokens() {
        return IntStream.rangeClosed(1, sectors.size()).mapToObj(Facts::token).toList();
    }

    /** What the person with this token defends. */
    public Sector sectorOf(String token) {
        return sectors.get(Integer.parseInt(token.substring(1)) - 1);
    }

    static String token(int number) {
        return "P" + number;
    }
}
