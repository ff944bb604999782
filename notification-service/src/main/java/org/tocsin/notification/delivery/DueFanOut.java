package org.tocsin.notification.delivery;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/**
 * A fan-out with rows that wait to be sent.
 *
 * @param variants what they show, so that it can be written before any row is claimed
 */
record DueFanOut(FanOutId id, Set<Variant> variants) {

    /** What is written once and sent to many. */
    record Variant(Language language, ContentClass contentClass) {

        /** Reads a list such as {@code fr FULL,ar BLIND}. */
        static Set<Variant> parse(String list) {
            return Arrays.stream(list.split(","))
                    .map(pair -> pair.split(" "))
                    .map(pair -> new Variant(Language.of(pair[0]).orElseThrow(), ContentClass.valueOf(pair[1])))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** As {@link #parse} reads it. */
        String written() {
            return language.tag() + " " + contentClass;
        }

        boolean showsNames() {
            return contentClass == ContentClass.FULL;
        }
    }
}
