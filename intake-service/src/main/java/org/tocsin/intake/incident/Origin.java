package org.tocsin.intake.incident;

import org.jspecify.annotations.Nullable;

/**
 * Where a report comes from.
 *
 * @param submittedBy the account that sent it
 * @param onBehalfOf the partner a member of staff entered it for, when it came by phone
 * @param connection how the person who told us is connected to the victim
 */
public record Origin(
        String submittedBy,
        @Nullable String onBehalfOf,
        @Nullable SourceConnection connection) {

    /** The partner whose report it is. */
    public String partner() {
        return onBehalfOf == null ? submittedBy : onBehalfOf;
    }
}
