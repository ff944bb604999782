package org.tocsin.alert.appeal;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One language as somebody wants it saved, names already replaced by tokens.
 *
 * @param headline absent: the clause library's
 * @param story absent: none
 * @param checked true: the one who saves has read it all; absent: as it was, unless the text changes
 * @param accepted see {@link LanguageVersion}
 */
record LanguageEdit(
        @Nullable String headline,
        @Nullable String story,
        @Nullable Boolean checked,
        Set<String> accepted) {

    /** Whether it changes what a reader sees; who does that may not approve. */
    boolean changes(LanguageVersion before) {
        return !Objects.equals(headline, before.ownHeadline()) || !Objects.equals(story, before.story());
    }

    @Override
    public String toString() {
        return "LanguageEdit";
    }
}
