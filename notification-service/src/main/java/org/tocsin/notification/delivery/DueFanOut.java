package org.tocsin.notification.delivery;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.rendering.Document;
import org.tocsin.platform.language.Language;

/**
 * A fan-out with rows that wait to be sent.
 *
 * @param variants what they show, so that it can be written before any row is claimed
 */
record DueFanOut(FanOutId id, Set<Variant> variants) {

    /** What is written once and sent to many. */
    record Variant(Document document, Language language, ContentClass contentClass) {

        /** Reads a list such as {@code APPEAL fr FULL,WAIT ar BLIND}. */
        static Set<Variant> parse(String list) {
            return Arrays.stream(list.split(","))
                    .map(words -> words.split(" "))
                    .map(words -> new Variant(
                            Document.valueOf(words[0]),
                            Language.of(words[1]).orElseThrow(),
                            ContentClass.valueOf(words[2])))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** As {@link #parse} reads it. */
        String written() {
            return document + " " + language.tag() + " " + contentClass;
        }

        boolean showsNames() {
            return document == Document.APPEAL && contentClass == ContentClass.FULL;
        }
    }
}
