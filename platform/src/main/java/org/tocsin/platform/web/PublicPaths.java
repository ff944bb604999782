package org.tocsin.platform.web;

import java.util.List;

/**
 * What may be asked for without a token. A service declares a bean of it; everything else needs one.
 *
 * @param patterns path patterns, such as {@code "/api/v1/receipts/{receipt}"}
 */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }

    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns));
    }
}
