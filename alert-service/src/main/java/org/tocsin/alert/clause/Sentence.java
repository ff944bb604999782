package org.tocsin.alert.clause;

import java.util.Locale;

/** What a sentence looks like from outside. */
final class Sentence {

    private Sentence() {}

    /** Begins with a capital and ends with one full stop, even after a place such as "Washington D.C.". */
    static String finished(String text) {
        var stop = text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
        int first = stop.offsetByCodePoints(0, 1);
        return stop.substring(0, first).toUpperCase(Locale.ROOT) + stop.substring(first);
    }
}
