package org.tocsin.intake.incident;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report that keeps every rule.
 *
 * @param confidential what goes into the vault: text by field, such as {@code P1.name}
 */
record Submission(
        @Nullable String onBehalfOf,
        @Nullable SourceConnection connection,
        Facts facts,
        Map<String, String> confidential) {

    @Override
    public String toString() {
        return "Submission";
    }
}
