package org.tocsin.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a caller has seen, as the header {@code If-Match} tells it: {@code "3"}. */
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,18})\"?");

    private IfMatch() {}

    /**
     * Reads the header.
     *
     * @throws PreconditionRequired without a header
     * @throws PreconditionFailed when it names no version of ours
     */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new PreconditionRequired();
        }
        var version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw new PreconditionFailed();
        }
        return Long.parseLong(version.group(1));
    }

    /** The header {@code ETag} of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
