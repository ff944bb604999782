package org.tocsin.notification.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.PersonName;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.sealing.Seals;
import org.tocsin.platform.sealing.Seals.Opened;

/** Opens the names that consent allows to show, for as long as a message is written. */
@Component
public class Names {

    private final Seals seals;

    Names(Seals seals) {
        this.seals = seals;
    }

    /** What opening came to. */
    public sealed interface OpenedNames {
        /** @param byToken without the persons who must not be named */
        record Clear(Map<String, PersonName> byToken) implements OpenedNames {}

        /** The key was destroyed on purpose. */
        record Shredded() implements OpenedNames {}

        /** A name does not belong to this appeal. */
        record Forged() implements OpenedNames {}
    }

    /**
     * Opens all names of an appeal, outside any transaction.
     *
     * @throws org.tocsin.platform.sealing.KeyUnavailable when the key cannot be had now
     */
    public OpenedNames open(IssuedAppeal appeal) {
        var names = new HashMap<String, PersonName>();
        for (var subject : appeal.subjects()) {
            var name = open(appeal.incidentId(), subject.token() + ".name", subject.name());
            var organisation = open(appeal.incidentId(), subject.token() + ".organisation", subject.organisation());
            if (name instanceof Opened.Shredded || organisation instanceof Opened.Shredded) {
                return new OpenedNames.Shredded();
            }
            if (name instanceof Opened.Forged || organisation instanceof Opened.Forged) {
                return new OpenedNames.Forged();
            }
            if (name instanceof Opened.Clear(var clear)) {
                names.put(
                        subject.token(),
                        new PersonName(clear, organisation instanceof Opened.Clear(var shown) ? shown : null));
            }
        }
        return new OpenedNames.Clear(names);
    }

    private @Nullable Opened open(UUID incidentId, String field, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(sealed, incidentId, field);
    }
}
