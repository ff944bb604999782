package org.tocsin.alert.appeal;

import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.sealing.Seals;
import org.tocsin.platform.sealing.Seals.Opened;

/**
 * Opens the names of a case, so that they can be kept out of its texts. Asks for the data key over the network:
 * call it outside transactions.
 */
@Component
class CaseNames {

    private final Seals seals;

    CaseNames(Seals seals) {
        this.seals = seals;
    }

    /** An organisation whose people agreed to see it named may stand in texts, so it is not looked for. */
    KnownNames of(VerifiedFacts facts) {
        var names = new ArrayList<KnownName>();
        for (var person : facts.persons()) {
            var name = open(person.name(), facts.incidentId(), person.token() + ".name");
            if (name != null) {
                names.add(KnownName.person(person.token(), name));
            }
            if (!person.mayNameOrganisation()) {
                var organisation = open(person.organisation(), facts.incidentId(), person.token() + ".organisation");
                if (organisation != null) {
                    names.add(KnownName.organisation(person.token(), organisation));
                }
            }
        }
        return new KnownNames(names);
    }

    private @Nullable String open(@Nullable Sealed sealed, UUID incidentId, String field) {
        if (sealed == null) {
            return null;
        }
        return switch (seals.open(sealed, incidentId, field)) {
            case Opened.Clear(var text) -> text;
            case Opened.Shredded(), Opened.Forged() -> throw new AppealRefused(new Refusal.NamesUnreadable());
        };
    }
}
