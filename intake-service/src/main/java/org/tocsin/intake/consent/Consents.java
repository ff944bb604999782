package org.tocsin.intake.consent;

import java.util.List;
import java.util.Optional;

/**
 * The consents of all persons of one incident, and what an appeal about them together may show.
 *
 * @param all one a person
 */
public record Consents(List<Consent> all) {

    public Consents {
        all = List.copyOf(all);
    }

    public Optional<Consent> of(String person) {
        return all.stream().filter(consent -> consent.person().equals(person)).findFirst();
    }

    /** Whether the appeal may be public. Without persons nobody has agreed to anything, so somebody has to ask for it. */
    public boolean allowPublic(boolean askedFor) {
        return all.isEmpty() ? askedFor : all.stream().allMatch(Consent::includesPublic);
    }

    /** Whether the place below the country may be shown: one person's place betrays the others'. */
    public boolean allowPlace() {
        return all.stream().allMatch(Consent::place);
    }
}
