package org.tocsin.crashes;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.tocsin.faults.Point;

/**
 * What a story leaves to chance, decided by a number, so that it can be had again: {@code -Dseeds=4}. Several are
 * separated by commas.
 */
record Seed(int number) {

    private static final int MOST_INCIDENTS = 3;

    static Stream<Seed> all() {
        return Arrays.stream(System.getProperty("seeds", "1").split(","))
                .map(number -> new Seed(Integer.parseInt(number.strip())));
    }

    /** Right before and right after the commit of a transaction with this statement, each with every seed. */
    static Stream<Arguments> around(String statement) {
        return Stream.of(new Point.BeforeCommit(statement), new Point.AfterCommit(statement))
                .flatMap(point -> all().map(seed -> Arguments.of(point, seed)));
    }

    /** As many as the incidents under way at once. */
    <T> List<T> each(Supplier<T> incident) {
        return Stream.generate(incident).limit(incidents()).toList();
    }

    int incidents() {
        return 1 + below("incidents", MOST_INCIDENTS);
    }

    /** Which of so many, counted from 0: always the same for the same question. */
    int below(String question, int bound) {
        return new SplittableRandom(31L * number + question.hashCode()).nextInt(bound);
    }

    @Override
    public String toString() {
        return "seed " + number;
    }
}
