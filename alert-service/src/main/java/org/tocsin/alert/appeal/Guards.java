package org.tocsin.alert.appeal;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the texts of an appeal must fulfil before anybody outside reads them. */
final class Guards {

    private Guards() {}

    static Optional<Refusal> objection(Collection<LanguageVersion> versions, KnownNames names) {
        return Stream.of(
                        noneReady(versions),
                        clearName(versions, names),
                        personInHeadline(versions),
                        Parity.objection(versions))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> noneReady(Collection<LanguageVersion> versions) {
        var ready = Set.of(LanguageState.LIBRARY, LanguageState.CHECKED);
        return versions.stream().anyMatch(version -> ready.contains(version.state()))
                ? Optional.empty()
                : Optional.of(new Refusal.NoLanguageReady());
    }

    /** Unsent drafts included: they are stored, and sent later. */
    private static Optional<Refusal> clearName(Collection<LanguageVersion> versions, KnownNames names) {
        return versions.stream()
                .filter(version -> Stream.of(version.ownHeadline(), version.story())
                        .filter(Objects::nonNull)
                        .anyMatch(text -> names.standIn(text, version.accepted())))
                .map(LanguageVersion::language)
                .<Refusal>map(Refusal.ClearName::new)
                .findFirst();
    }

    private static Optional<Refusal> personInHeadline(Collection<LanguageVersion> versions) {
        return versions.stream()
                .filter(version -> Tokens.anyIn(version.headline()))
                .map(LanguageVersion::language)
                .<Refusal>map(Refusal.PersonInHeadline::new)
                .findFirst();
    }
}
