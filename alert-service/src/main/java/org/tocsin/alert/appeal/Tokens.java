package org.tocsin.alert.appeal;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that stand for people in texts: <code>{P1}</code>. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\{(P[1-9]\\d*)}");
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private Tokens() {}

    static String written(String token) {
        return "{" + token + "}";
    }

    static boolean anyIn(String text) {
        return TOKEN.matcher(text).find();
    }

    /** The tokens without their braces. */
    static Set<String> in(String text) {
        return TOKEN.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether each brace of the text belongs to the token of a known person. */
    static boolean allKnown(String text, Set<String> known) {
        return known.containsAll(in(text))
                && !BRACES.matcher(TOKEN.matcher(text).replaceAll("")).find();
    }
}
