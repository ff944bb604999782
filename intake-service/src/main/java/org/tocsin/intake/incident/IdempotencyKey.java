package org.tocsin.intake.incident;

import java.util.regex.Pattern;

/** The sender's own name for a report. A header, so nothing invisible is accepted in it. */
final class IdempotencyKey {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,200}");

    private IdempotencyKey() {}

    /** The key as it is stored, if it can be one. */
    static String of(String header) {
        if (!SHAPE.matcher(header).matches()) {
            throw new MalformedIdempotencyKey();
        }
        return header;
    }
}
