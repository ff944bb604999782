package org.tocsin.stories;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.local.FrontDoors;
import tools.jackson.databind.JsonNode;

/**
 * One incident and who acts on it, step by step through the front doors. People are invented.
 *
 * @param name of the one person concerned
 */
public record Story(FrontDoors doors, String country, String name) {

    private static final List<String> EVERYBODY = List.of("MEMBERS", "AUTHORITIES", "MECHANISMS", "SPONSORS", "PUBLIC");

    public static Story of(FrontDoors doors) {
        return new Story(doors, "COD", "Zawadi Kalenga Exemple");
    }

    public Story in(String otherCountry) {
        return new Story(doors, otherCountry, name);
    }

    public Story about(String otherName) {
        return new Story(doors, country, otherName);
    }

    public Map<String, Object> report() {
        var report = new HashMap<String, Object>();
        report.put("country", country);
        report.put("occurred", Map.of("from", today().minusDays(1).toString(), "precision", "DAY"));
        report.put("violations", List.of("ARB_ARREST", "THREAT"));
        report.put("urgency", "LIFE_AT_RISK");
        report.put("narrative", Map.of("language", "fr", "text", name + " a été emmenée de son bureau."));
        report.put("persons", List.of(Map.of("name", name, "sector", "LAWYER", "organisation", "Cabinet de " + name)));
        report.put("safeContact", Map.of("channel", "EMAIL", "address", "permanence@partenaire.example"));
        return report;
    }

    public Map<String, Object> verified() {
        return Map.ofEntries(
                Map.entry("decision", "VERIFIED"),
                Map.entry("reliability", "HIGHLY_RELIABLE"),
                Map.entry("certainty", "CONFIRMED"),
                Map.entry("method", "CALL_BACK_KNOWN_NUMBER"),
                Map.entry("corroboratedBy", "Une consœur de " + name),
                Map.entry("urgency", "LIFE_AT_RISK"),
                Map.entry(
                        "consents",
                        List.of(Map.of(
                                "person", "P1",
                                "givenBy", "FAMILY",
                                "audiences", EVERYBODY,
                                "name", true,
                                "photo", false,
                                "place", true,
                                "organisation", true))),
                Map.entry("partnerMayBeNamed", false),
                Map.entry(
                        "risk",
                        Map.of(
                                "subject", "NO",
                                "family", "NO",
                                "source", "NO",
                                "recipients", "NO",
                                "mitigations", "",
                                "validUntil", today().plusDays(30).toString())),
                Map.entry("hostileJurisdictions", List.of(country)),
                Map.entry("note", ""));
    }

    /** A partner reports it; the incident's id. */
    public String submitted() {
        return doors.submit("partner-one", UUID.randomUUID().toString(), report())
                .expect(202)
                .path("incidentId")
                .asString();
    }

    public void claimAndVerify(String incidentId) {
        doors.claim("verifier-one", incidentId).expect(200);
        doors.verify("verifier-one", incidentId, verified()).expect(200);
    }

    /** The draft, once alert-service has made it. */
    public JsonNode drafted(String incidentId) {
        return Stage.eventually(
                        "a draft",
                        () -> doors.appealsOf("author-one", incidentId),
                        body -> !body.path("items").isEmpty())
                .path("items")
                .get(0);
    }

    public String writeStory(String appealId, String language, String text) {
        var etag = doors.appeal("author-one", appealId).header("etag");
        doors.writeLanguage("author-one", appealId, language, etag, Map.of("story", text, "checked", true))
                .expect(200);
        return etag;
    }

    /** Approved and issued by different people; the reference. */
    public String issued(String appealId) {
        doors.approve("approver-one", appealId).expect(200);
        return doors.issue("approver-two", appealId)
                .expect(200)
                .path("reference")
                .asString();
    }

    /** From report to issue; the appeal. */
    public Issued toIssue() {
        return fromReport(submitted());
    }

    public Issued fromReport(String incidentId) {
        claimAndVerify(incidentId);
        return fromVerified(incidentId);
    }

    public Issued fromVerified(String incidentId) {
        var appealId = drafted(incidentId).path("appealId").asString();
        writeStory(appealId, "fr", name + " a été emmenée de son bureau par des hommes armés.");
        return new Issued(incidentId, appealId, issued(appealId));
    }

    public record Issued(String incidentId, String appealId, String reference) {}

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
