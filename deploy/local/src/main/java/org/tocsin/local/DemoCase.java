package org.tocsin.local;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The demo's incident. People, organisations and events are invented. */
public final class DemoCase {
    private static final List<String> EVERYBODY = List.of("MEMBERS", "AUTHORITIES", "MECHANISMS", "SPONSORS", "PUBLIC");

    static final String STORY_FR = """
            Le matin des faits, vers 6 heures, une dizaine d'hommes en civil ont conduit Furaha Lwanzo Exemple hors de son \
            cabinet, sans présenter de mandat. Elle assistait depuis deux semaines les familles de huit pêcheurs du lac \
            dont les bateaux avaient été saisis. Son collaborateur, Baraka Shamavu Exemple, qui filmait la scène, a été \
            menacé et son téléphone lui a été arraché. Sa famille n'a pas été informée du lieu où elle est détenue, et son \
            avocat n'a pas pu la voir.""";

    static final String STORY_EN = """
            On the morning of the events, at about 6 a.m., some ten men in plain clothes took Furaha Lwanzo Exemple from her \
            office without showing a warrant. For two weeks she had been assisting the families of eight fishermen of the \
            lake whose boats had been seized. Her colleague Baraka Shamavu Exemple, who was filming, was threatened and his \
            telephone was taken from him. Her family has not been told where she is held, and her lawyer has not been able \
            to see her.""";

    private DemoCase() {}

    /** As the partner reports it. */
    public static Map<String, Object> incident(LocalDate day) {
        return Map.of(
                "country", "COD",
                "place", "Goma",
                "occurred", Map.of("from", day.toString(), "precision", "DAY"),
                "violations", List.of("ARB_ARREST", "THREAT"),
                "urgency", "URGENT",
                "narrative", Map.of("language", "fr", "text", STORY_FR),
                "persons",
                        List.of(
                                Map.of(
                                        "name", "Furaha Lwanzo Exemple",
                                        "sector", "LAWYER",
                                        "organisation", "Cabinet Exemple des Grands Lacs"),
                                Map.of(
                                        "name", "Baraka Shamavu Exemple",
                                        "sector", "JOURNALIST",
                                        "organisation", "Radio Exemple du Lac")),
                "safeContact", Map.of("channel", "EMAIL", "address", "permanence@partenaire.example"));
    }

    /** What the verifier found: true, urgent, and everybody concerned wants it to be known. */
    public static Map<String, Object> decision(LocalDate day) {
        return Map.ofEntries(
                Map.entry("decision", "VERIFIED"),
                Map.entry("reliability", "HIGHLY_RELIABLE"),
                Map.entry("certainty", "CONFIRMED"),
                Map.entry("method", "CALL_BACK_KNOWN_NUMBER"),
                Map.entry("corroboratedBy", "La sœur de la personne arrêtée, et un confrère du barreau"),
                Map.entry("urgency", "LIFE_AT_RISK"),
                Map.entry("consents", List.of(consent("P1", "FAMILY"), consent("P2", "SELF"))),
                Map.entry("partnerMayBeNamed", false),
                Map.entry(
                        "risk",
                        Map.of(
                                "subject", "NO",
                                "family", "NO",
                                "source", "NO",
                                "recipients", "NO",
                                "mitigations", "Le partenaire n'est pas nommé.",
                                "validUntil", day.plusDays(30).toString())),
                Map.entry("hostileJurisdictions", List.of("COD")),
                Map.entry("note", "Rappel effectué au numéro connu."));
    }

    private static Map<String, Object> consent(String person, String givenBy) {
        return Map.of(
                "person", person,
                "givenBy", givenBy,
                "audiences", EVERYBODY,
                "name", true,
                "photo", false,
                "place", true,
                "organisation", true);
    }
}
