package org.tocsin.alert.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells what happened: the acts in a fixed order, then their context. Knows no place. */
final class Situation {

    private static final int ACTS_IN_A_SENTENCE = 3;

    private final Facts facts;
    private final ViolationVocabulary vocabulary;
    private final Phrases phrases;

    Situation(Facts facts, ViolationVocabulary vocabulary, Phrases phrases) {
        this.facts = facts;
        this.vocabulary = vocabulary;
        this.phrases = phrases;
    }

    List<String> sentences() {
        var told = facts.violations().stream()
                .map(vocabulary::entry)
                .sorted(Comparator.comparingInt(ViolationVocabulary.Entry::rank))
                .toList();
        var acts = new ArrayList<>(
                told.stream().filter(entry -> !entry.isContext()).toList());
        if (acts.isEmpty()) {
            acts.add(told.getFirst()); // a context alone has to be told as an act
        }
        var sentences = new ArrayList<String>();
        sentences.add(first(acts.subList(0, Math.min(ACTS_IN_A_SENTENCE, acts.size()))));
        for (int i = ACTS_IN_A_SENTENCE; i < acts.size(); i += ACTS_IN_A_SENTENCE) {
            sentences.add(more(acts.subList(i, Math.min(i + ACTS_IN_A_SENTENCE, acts.size()))));
        }
        told.stream()
                .filter(entry -> entry.isContext() && !acts.contains(entry))
                .forEach(entry ->
                        sentences.add(phrases.get("context", entry.violation().name())));
        return sentences;
    }

    private String first(List<ViolationVocabulary.Entry> acts) {
        return phrases.fill(
                phrases.get("situation", persons(), facts.certainty().spoken().name()),
                Map.of("when", When.say(facts, phrases), "who", who(), "acts", enumerated(acts)));
    }

    private String more(List<ViolationVocabulary.Entry> acts) {
        var spoken = facts.certainty() == Certainty.CONFIRMED ? "CONFIRMED" : "REPORTED";
        return phrases.fill(phrases.get("more", persons(), spoken), Map.of("acts", enumerated(acts)));
    }

    private String enumerated(List<ViolationVocabulary.Entry> acts) {
        var number = facts.subjects().size() == 1 || isOrganisation() ? "one" : "many";
        return phrases.enumerate(
                "acts",
                acts.stream()
                        .map(entry -> phrases.get(entry.violation().name(), "act", number))
                        .toList());
    }

    private String persons() {
        return switch (facts.subjects().size()) {
            case 0 -> isOrganisation() ? "organisation" : "none";
            case 1 -> "one";
            case 2 -> "two";
            default -> "many";
        };
    }

    /** Without persons, what is done to the right to associate is done to an organisation. */
    private boolean isOrganisation() {
        return facts.subjects().isEmpty() && facts.violations().contains(Violation.ASSOC_RESTRICTION);
    }

    private String who() {
        var tokens = facts.subjects().stream()
                .map(subject -> "{" + subject.token() + "}")
                .toList();
        return switch (tokens.size()) {
            case 0 -> "";
            case 2 -> phrases.fill(phrases.get("two"), Map.of("first", tokens.getFirst(), "second", tokens.getLast()));
            default -> phrases.enumerate("persons", tokens);
        };
    }
}
