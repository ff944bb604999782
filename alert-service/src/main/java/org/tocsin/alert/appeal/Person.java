package org.tocsin.alert.appeal;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.clause.Sector;
import org.tocsin.platform.sealing.Sealed;

/**
 * A person the appeal is about, as consent allows.
 *
 * @param token {@code P1}, {@code P2}, ...; texts hold <code>{P1}</code>
 * @param name sealed as it came; known so that it can be kept out of texts even when it must not be shown
 * @param mayName the appeal's readers may see the name
 */
record Person(
        String token,
        Sector sector,
        @Nullable Sealed name,
        @Nullable Sealed organisation,
        boolean mayName,
        boolean mayNameOrganisation) {}
