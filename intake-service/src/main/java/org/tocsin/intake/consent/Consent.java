package org.tocsin.intake.consent;

import java.util.Set;

/**
 * What one person agreed to: which audiences, and which fields these may see.
 *
 * @param person the token, such as P1
 * @param name whether the audience may read the name; likewise photo, place and organisation
 */
public record Consent(
        String person,
        GivenBy givenBy,
        Set<Audience> audiences,
        boolean name,
        boolean photo,
        boolean place,
        boolean organisation) {

    public Consent {
        audiences = Set.copyOf(audiences);
    }

    public boolean includesMembers() {
        return audiences.contains(Audience.MEMBERS);
    }

    /** Whether an appeal about this person may be public. Who agrees to the public without the members did not mean it. */
    public boolean includesPublic() {
        return includesMembers() && audiences.contains(Audience.PUBLIC);
    }
}
