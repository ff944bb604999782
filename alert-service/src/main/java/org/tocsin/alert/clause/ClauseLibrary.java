package org.tocsin.alert.clause;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.platform.language.Language;

/** Writes the library's part of an appeal. Immutable; reads its files once, and does not start with an incomplete one. */
public final class ClauseLibrary {

    private final ViolationVocabulary vocabulary = new ViolationVocabulary();
    private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
    private final Map<Language, InCountry> countries = new EnumMap<>(Language.class);
    private final String version;

    public ClauseLibrary() {
        for (var language : Language.values()) {
            phrases.put(language, Phrases.load(language));
            countries.put(language, InCountry.load(language));
            if (!phrases(language).keys().equals(phrases(Language.values()[0]).keys())) {
                throw new IllegalStateException("clauses in %s: other keys than elsewhere".formatted(language));
            }
        }
        version = vocabulary.version() + "-" + Resources.fingerprint();
    }

    /** Changes with every change of a text: what a reader has signed stays known. */
    public String version() {
        return version;
    }

    public ClauseText write(Facts facts, Language language) {
        var words = phrases(language);
        var situation = new Situation(facts, vocabulary, words).sentences();
        return new ClauseText(
                language,
                headline(facts, words),
                opening(facts, words),
                paragraph(Stream.concat(situation.stream(), place(facts, words))),
                paragraph(situation.stream()),
                concern(facts, words),
                demands(facts).stream()
                        .map(demand -> words.get("demand", demand.name()))
                        .toList(),
                descriptions(facts.subjects(), words));
    }

    public String label(Violation violation, Language language) {
        return phrases(language).get(violation.name(), "heading");
    }

    public String label(Certainty certainty, Language language) {
        return phrases(language).get("certainty", certainty.name());
    }

    public String label(Reliability reliability, Language language) {
        return phrases(language).get("reliability", reliability.name());
    }

    private Phrases phrases(Language language) {
        return Objects.requireNonNull(phrases.get(language));
    }

    private static String headline(Facts facts, Phrases words) {
        return facts.violations().stream()
                .map(violation -> words.get(violation.name(), "heading"))
                .collect(Collectors.joining(" / "));
    }

    private String opening(Facts facts, Phrases words) {
        var in = Objects.requireNonNull(countries.get(words.language())).say(facts.country());
        var partner = facts.partner();
        return paragraph(Stream.of(
                words.fill(words.get("opening", facts.urgency().name()), Map.of("in", in)),
                partner == null
                        ? words.get("source.unnamed")
                        : words.fill(
                                words.get("source.named"), Map.of("partner", Handed.in(partner, words.language())))));
    }

    private static Stream<String> place(Facts facts, Phrases words) {
        var place = facts.place() == null ? "" : Handed.in(facts.place(), words.language());
        return place.isEmpty() ? Stream.empty() : Stream.of(words.fill(words.get("place"), Map.of("place", place)));
    }

    private String concern(Facts facts, Phrases words) {
        var number = facts.subjects().size() == 1 ? "one" : "many";
        var spoken = facts.certainty() == Certainty.CONFIRMED ? "CONFIRMED" : "REPORTED";
        var concerns = words.enumerate(
                "concerns",
                facts.violations().stream()
                        .map(violation -> words.get(violation.name(), "concern", number))
                        .toList());
        var sentences = new ArrayList<String>();
        sentences.add(words.fill(words.get("concern", spoken), Map.of("concerns", concerns)));
        if (facts.violations().contains(Violation.KILLING) && facts.certainty() == Certainty.CONFIRMED) {
            sentences.add(words.get("concern.condolence"));
        }
        sentences.add(words.get("concern.link"));
        return paragraph(sentences.stream());
    }

    private Set<Demand> demands(Facts facts) {
        var demands = EnumSet.copyOf(Demand.GENERAL);
        facts.violations()
                .forEach(violation -> demands.addAll(vocabulary.entry(violation).demands()));
        return Demand.withoutRepetition(demands);
    }

    private static Map<String, String> descriptions(List<Subject> subjects, Phrases words) {
        var descriptions = new LinkedHashMap<String, String>();
        var met = new HashSet<String>();
        for (var subject : subjects) {
            var key = "sector." + subject.sector();
            descriptions.put(subject.token(), words.get(met.add(words.get(key)) ? key : key + ".other"));
        }
        return descriptions;
    }

    private static String paragraph(Stream<String> sentences) {
        return sentences.map(Sentence::finished).collect(Collectors.joining(" "));
    }
}
