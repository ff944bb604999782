package org.tocsin.intake.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Country;

/**
 * Which incidents to list.
 *
 * @param partner only those of this partner
 * @param before only those older than this one
 * @param limit at most so many
 */
record IncidentQuery(
        @Nullable String partner,
        @Nullable IncidentStatus status,
        @Nullable Country country,
        @Nullable UUID before,
        int limit) {}
