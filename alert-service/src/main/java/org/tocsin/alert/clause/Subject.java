package org.tocsin.alert.clause;

import java.util.regex.Pattern;

/**
 * A person the appeal is about.
 *
 * @param token stands for the person in every text, as {@code {P1}}
 */
public record Subject(String token, Sector sector) {

    private static final Pattern TOKEN = Pattern.compile("P[1-9]\\d{0,2}");

    public Subject {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("token: expected P1, P2, ...");
        }
    }
}
