package org.tocsin.intake.incident;

/** What the vault calls the texts of an incident; part of their associated data, so never renamed. */
public final class ConfidentialFields {

    public static final String NARRATIVE = "narrative";
    public static final String PLACE = "place";
    public static final String SAFE_CONTACT = "safeContact";
    static final String STATED_REASON = "statedReason";
    static final String PERPETRATORS = "perpetrators";

    private ConfidentialFields() {}

    public static String name(String token) {
        return token + ".name";
    }

    public static String organisation(String token) {
        return token + ".organisation";
    }

    static String role(String token) {
        return token + ".role";
    }
}
