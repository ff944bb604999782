package org.tocsin.alert.clause;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The violation vocabulary with the codes of the field: data, read once. */
public final class ViolationVocabulary {

    private static final String FILE = "violations.csv";
    private static final String VERSION_LINE = "# Version ";

    private final String version;
    private final Map<Violation, Entry> entries = new EnumMap<>(Violation.class);

    /**
     * One violation.
     *
     * @param rank place in the order in which a situation tells several acts
     * @param huridocs codes of HURIDOCS list 4, the nearest first; empty for a context such as impunity
     * @param sdg classes of SDG indicator 16.10.1; empty where it is not counted
     */
    public record Entry(Violation violation, int rank, List<String> huridocs, Set<SdgClass> sdg, Set<Demand> demands) {

        /** A context tells why or with what consequence; it is not an act by itself. */
        boolean isContext() {
            return huridocs.isEmpty();
        }
    }

    public ViolationVocabulary() {
        var lines = Resources.lines(FILE);
        version = lines.getFirst().substring(VERSION_LINE.length());
        for (var line : lines) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(line);
            }
        }
        if (entries.size() != Violation.values().length) {
            throw new IllegalStateException(FILE + ": a violation is missing");
        }
    }

    public String version() {
        return version;
    }

    public Entry entry(Violation violation) {
        return Objects.requireNonNull(entries.get(violation));
    }

    private void read(String line) {
        var cells = line.split(";", -1);
        var violation = Violation.valueOf(cells[0].strip());
        var entry = new Entry(
                violation,
                entries.size(),
                words(cells[1]),
                enumsOf(SdgClass.class, words(cells[2])),
                enumsOf(Demand.class, words(cells[3])));
        if (entries.put(violation, entry) != null) {
            throw new IllegalStateException(FILE + ": " + violation + " comes twice");
        }
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> Set<E> enumsOf(Class<E> type, Collection<String> names) {
        var values = EnumSet.noneOf(type);
        names.forEach(name -> values.add(Enum.valueOf(type, name)));
        return values;
    }
}
