package org.tocsin.alert.appeal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.clause.ClauseText;
import org.tocsin.platform.language.Language;

/**
 * The appeal in one language: sentences of the clause library, and what people added.
 *
 * @param clause sentences written from the facts; not edited
 * @param libraryVersion of the clause library that wrote them
 * @param ownHeadline instead of the clause library's
 * @param story the author's free text
 * @param accepted parts of names, such as {@code P1.2}, that are ordinary words in this text and not the person
 */
record LanguageVersion(
        Language language,
        LanguageState state,
        ClauseText clause,
        String libraryVersion,
        @Nullable String ownHeadline,
        @Nullable String story,
        Set<String> accepted,
        @Nullable Act edited,
        @Nullable Act checked) {

    LanguageVersion {
        accepted = Set.copyOf(accepted);
    }

    static LanguageVersion fromLibrary(ClauseText clause, String libraryVersion) {
        return new LanguageVersion(
                clause.language(), LanguageState.LIBRARY, clause, libraryVersion, null, null, Set.of(), null, null);
    }

    String headline() {
        return ownHeadline == null ? clause.headline() : ownHeadline;
    }

    boolean hasStory() {
        return story != null;
    }

    LanguageVersion edited(LanguageEdit edit, Act act) {
        var touched = edit.changes(this);
        var newState = stateAfter(edit, touched);
        return new LanguageVersion(
                language,
                newState,
                clause,
                libraryVersion,
                edit.headline(),
                edit.story(),
                edit.accepted(),
                touched ? act : edited,
                Boolean.TRUE.equals(edit.checked()) ? act : kept(newState));
    }

    private LanguageState stateAfter(LanguageEdit edit, boolean touched) {
        if (Boolean.TRUE.equals(edit.checked())) {
            return LanguageState.CHECKED;
        }
        if (edit.checked() == null && !touched) {
            return state;
        }
        return edit.story() == null && edit.headline() == null ? LanguageState.LIBRARY : LanguageState.DRAFT;
    }

    private @Nullable Act kept(LanguageState newState) {
        return newState == state ? checked : null;
    }

    /** A story was added in another language: what was read here is no longer all there is to read. */
    LanguageVersion outdated() {
        return state != LanguageState.CHECKED
                ? this
                : new LanguageVersion(
                        language,
                        LanguageState.OUTDATED,
                        clause,
                        libraryVersion,
                        ownHeadline,
                        story,
                        accepted,
                        edited,
                        checked);
    }

    /**
     * What may be sent in this language, if anything: all of it once it was read; the clauses alone while only they
     * stand on firm ground.
     */
    Optional<LanguageVersion> sendable() {
        return switch (state) {
            case CHECKED -> Optional.of(this);
            case LIBRARY, OUTDATED -> Optional.of(fromLibrary(clause, libraryVersion));
            case DRAFT, MISSING -> Optional.empty();
        };
    }

    /** SHA-256 over everything a reader would see, hexadecimal. */
    String contentHash() {
        var content = String.join(
                "\u0000",
                headline(),
                clause.opening(),
                clause.situation(),
                Objects.requireNonNullElse(story, ""),
                clause.concern(),
                String.join("\u0000", clause.demands()));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Texts reach no log. */
    @Override
    public String toString() {
        return "LanguageVersion[" + language + ", " + state + "]";
    }
}
