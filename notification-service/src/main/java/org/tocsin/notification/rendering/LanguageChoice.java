package org.tocsin.notification.rendering;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.platform.language.Language;

/** Which language a member is written to in. */
public final class LanguageChoice {

    /** Read by most of the network when a member's own languages are missing. */
    private static final List<Language> FALL_BACK = List.of(Language.EN, Language.FR);

    private LanguageChoice() {}

    /** The member's first language there is, else a fall-back, else any. */
    public static Language choose(List<Language> preferred, Set<Language> available) {
        return Stream.of(preferred, FALL_BACK, List.of(Language.values()))
                .flatMap(List::stream)
                .filter(available::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("available: 0 languages (expected: at least 1)"));
    }
}
