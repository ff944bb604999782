package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;
import org.tocsin.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class IncidentFormTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Caller PARTNER = new Caller("partner-one", EnumSet.of(Role.PARTNER));
    private static final Caller VERIFIER = new Caller("verifier-one", EnumSet.of(Role.VERIFIER));

    private final IncidentForm form = new IncidentForm(() -> Instant.parse("2026-11-24T12:00:00Z"));

    @Test
    void readsAReport() {
        var report = form.read(report(it -> it), PARTNER);

        assertThat(report.facts().country().code()).isEqualTo("COD");
        assertThat(report.facts().violations()).containsExactly(Violation.ARB_ARREST, Violation.THREAT);
        assertThat(report.facts().sectors()).containsExactly(Sector.LAWYER);
        assertThat(report.confidential())
                .containsEntry("P1.name", "Espoir Kambale")
                .containsEntry("P1.organisation", "Ligue")
                .containsEntry("place", "Goma")
                .containsEntry("narrative", "Il a été arrêté.")
                .containsKey("safeContact");
    }

    @Test
    void needsNoMoreThanTheFiveThings() {
        var report = form.read(
                report(it -> {
                    it.remove(List.of("place", "urgency", "persons"));
                    it.withObject("/occurred").remove("precision");
                    it.withObject("/narrative").remove("language");
                    return it;
                }),
                PARTNER);

        assertThat(report.facts().urgency()).isEqualTo(Urgency.URGENT);
        assertThat(report.facts().occurred().precision()).isEqualTo(DatePrecision.DAY);
        assertThat(report.confidential()).containsOnlyKeys("narrative", "safeContact");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(faults("{}", PARTNER))
                .containsExactlyInAnyOrder("/country", "/occurred", "/violations", "/narrative", "/safeContact");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"country\": \"CD\"}                                         | /country",
                "{\"country\": \"cod\"}                                        | /country",
                "{\"country\": \"CO\u202ED\"}                                  | /country",
                "{\"occurred\": {}}                                            | /occurred/from",
                "{\"occurred\": {\"from\": \"20.11.2026\"}}                    | /occurred/from",
                "{\"occurred\": {\"from\": \"2026-02-30\"}}                    | /occurred/from",
                "{\"occurred\": {\"from\": \"2026-11-26\"}}                    | /occurred/from",
                "{\"occurred\": {\"from\": \"1026-11-20\"}}                    | /occurred/from",
                "{\"occurred\": {\"from\": \"2026-11-20\", \"to\": \"2026-11-19\"}} | /occurred/to",
                "{\"occurred\": {\"from\": \"2026-11-20\", \"to\": \"2026-11-29\"}} | /occurred/to",
                "{\"occurred\": {\"from\": \"2026-11-20\", \"precision\": \"WEEK\"}} | /occurred/precision",
                "{\"violations\": []}                                          | /violations",
                "{\"violations\": [\"THREAT\", \"BAD_MANNERS\"]}               | /violations/1",
                "{\"violations\": [null]}                                      | /violations/0",
                "{\"urgency\": \"VERY\"}                                       | /urgency",
                "{\"narrative\": {\"text\": \" \\n \"}}                        | /narrative/text",
                "{\"narrative\": {\"text\": \"a\", \"language\": \"not a tag\"}} | /narrative/language",
                "{\"persons\": [{\"sector\": \"BANKER\"}]}                     | /persons/0/sector",
                "{\"persons\": [null]}                                         | /persons/0",
                "{\"safeContact\": {\"channel\": \"EMAIL\"}}                   | /safeContact/address",
                "{\"safeContact\": {\"channel\": \"PIGEON\", \"address\": \"roof\"}} | /safeContact/channel",
                "{\"safeContact\": {\"channel\": \"PHONE\", \"address\": \"0970\"}} | /safeContact/address",
                "{\"sourceConnection\": \"NEIGHBOUR\"}                         | /sourceConnection",
                "{\"onBehalfOf\": \"partner-two\"}                             | /onBehalfOf"
            })
    void pointsAtTheOnePropertyThatBreaksARule(String change, String pointer) {
        var sent = report(it -> {
            it.setAll((ObjectNode) JSON.readTree(change));
            return it;
        });

        var invalid = catchThrowableOfType(InvalidRequest.class, () -> form.read(sent, PARTNER));

        assertThat(invalid.faults()).extracting(FieldFault::pointer).containsExactly(pointer.strip());
    }

    @Test
    void acceptsTodayWhereverTheDayHasBegun() {
        var report = form.read(
                report(it -> {
                    it.withObject("/occurred").put("from", "2026-11-25");
                    return it;
                }),
                PARTNER);

        assertThat(report.facts().occurred().from()).isEqualTo("2026-11-25");
    }

    @Test
    void refusesMoreThanItCanCarry() {
        var sent = report(it -> {
            it.withObject("/narrative").put("text", "x".repeat(IncidentForm.LONGEST_NARRATIVE + 1));
            it.put("place", "x".repeat(IncidentForm.LONGEST_LINE + 1));
            it.set(
                    "persons",
                    JSON.valueToTree(Collections.nCopies(IncidentForm.MOST_PERSONS + 1, JSON.createObjectNode())));
            return it;
        });

        var invalid = catchThrowableOfType(InvalidRequest.class, () -> form.read(sent, PARTNER));

        assertThat(invalid.faults())
                .extracting(FieldFault::pointer)
                .containsExactlyInAnyOrder("/narrative/text", "/place", "/persons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u0007", "\u0000", "\uFEFF"})
    void keepsPastedTextWithoutWhatHidesInIt(String hidden) {
        var report = form.read(
                report(it -> {
                    it.withObject("/narrative").put("text", "Il a" + hidden + " été arrêté.");
                    it.withObject("/safeContact").put("address", hidden + "amani@example.org" + hidden);
                    return it;
                }),
                PARTNER);

        assertThat(report.confidential()).containsEntry("narrative", "Il a été arrêté.");
        assertThat(SafeContact.of(report.confidential().getOrDefault("safeContact", ""))
                        .address())
                .isEqualTo("amani@example.org");
    }

    @Test
    void takesAReportByPhoneFromStaffForAPartnerOnly() {
        assertThat(form.read(
                                report(it -> it.put("onBehalfOf", "partner-two").put("sourceConnection", "RELATIVE")),
                                VERIFIER)
                        .onBehalfOf())
                .isEqualTo("partner-two");
        assertThat(faults(report(it -> it), VERIFIER)).containsExactly("/onBehalfOf");
        assertThat(faults(report(it -> it.put("onBehalfOf", "a partner")), VERIFIER))
                .containsExactly("/onBehalfOf");
    }

    @Test
    void tellsALogNothingOfAReport() {
        var sent = report(it -> it);

        assertThat(sent + " " + sent.narrative() + sent.persons() + sent.safeContact() + form.read(sent, PARTNER))
                .doesNotContain("Espoir", "amani", "Goma", "arrêté");
    }

    private List<String> faults(String json, Caller caller) {
        return faults(JSON.readValue(json, IncidentRequest.class), caller);
    }

    private List<String> faults(IncidentRequest request, Caller caller) {
        return catchThrowableOfType(InvalidRequest.class, () -> form.read(request, caller)).faults().stream()
                .map(FieldFault::pointer)
                .toList();
    }

    static IncidentRequest report(UnaryOperator<ObjectNode> change) {
        return JSON.treeToValue(change.apply(example()), IncidentRequest.class);
    }

    private static ObjectNode example() {
        return (ObjectNode) JSON.readTree("""
                { "country": "COD", "place": "Goma", "occurred": {"from": "2026-11-20", "precision": "DAY"},
                  "violations": ["ARB_ARREST", "THREAT"], "urgency": "URGENT",
                  "narrative": {"language": "fr", "text": "Il a été arrêté."},
                  "persons": [{"name": "Espoir Kambale", "sector": "LAWYER", "organisation": "Ligue"}],
                  "safeContact": {"channel": "EMAIL", "address": "amani@example.org"} }
                """);
    }
}
