package org.tocsin.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;

/** What was told in confidence stands nowhere in clear, apart from the messages that may show it. */
class SeededNameStory {

    private static final String NAME = "Kahindo Seededname";
    private static final List<String> SEEDS = List.of("Seededname", "kahindo", "seeded-contact");

    private final LocalStack stack = Stage.stack();

    @Test
    void aSeededNameIsFoundInNoLogMetricTopicFileOrTable() throws Exception {
        var story = Story.of(stack.doors()).about(NAME);
        var report = story.report();
        report.put("safeContact", java.util.Map.of("channel", "EMAIL", "address", "seeded-contact@partenaire.example"));
        var incidentId = stack.doors()
                .submit("partner-one", "seeded-" + java.util.UUID.randomUUID(), report)
                .expect(202)
                .path("incidentId")
                .asString();
        story.claimAndVerify(incidentId);
        var appealId = story.drafted(incidentId).path("appealId").asString();
        story.writeStory(appealId, "fr", NAME + " a été emmenée. " + NAME + " n'a pas vu son avocat.");
        story.issued(appealId);
        eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", appealId),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);
        refused(report);
        assertThat(stack.doors().captured("EMAIL").toString())
                .as("the seed was really used: the messages that may show the name do")
                .contains(NAME);

        assertThat(placesOf(List.of(incidentId)))
                .as("the search finds what is there: the incident's id in tables and topic files")
                .anyMatch(place -> place.startsWith("table "))
                .anyMatch(place -> place.contains("tocsin.incident.v1"));
        assertThat(placesOf(SEEDS)).isEmpty();
    }

    /** Logs, files of broker and database, metrics and tables that hold one of the words. */
    private List<String> placesOf(List<String> words) throws Exception {
        var found = new ArrayList<String>();
        inFiles(found, stack.logs(), words);
        inFiles(found, filesBelow(stack.data()), words);
        for (var service : Service.values()) {
            var metrics = stack.doors().metrics(service.port(stack.ports()));
            if (holdsOne(metrics.getBytes(StandardCharsets.UTF_8), words)) {
                found.add("metrics of " + service);
            }
            inTables(found, service, words);
        }
        return found;
    }

    /** Requests that fail are the ones whose content is easily logged. */
    private void refused(java.util.Map<String, Object> report) {
        var wrong = new java.util.HashMap<>(report);
        wrong.put("country", NAME);
        wrong.put(NAME, NAME);
        assertThat(stack.doors().submit("partner-one", "refused", wrong).status())
                .isBetween(400, 422);
        assertThat(stack.doors().incident("verifier-one", "Seededname").status())
                .isEqualTo(404);
        assertThat(stack.doors().receipt("Seededname").status()).isGreaterThanOrEqualTo(400);
    }

    private void inTables(List<String> found, Service service, List<String> words) throws Exception {
        try (var connection = stack.database(service);
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select quote_ident(table_name) from information_schema.tables where table_schema = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        if (holdsOne(rows.getString(1).getBytes(StandardCharsets.UTF_8), words)) {
                            found.add("table " + service + "." + table);
                        }
                    }
                }
            }
        }
    }

    private static void inFiles(List<String> found, List<Path> files, List<String> words) throws IOException {
        for (var file : files) {
            if (holdsOne(Files.readAllBytes(file), words)) {
                found.add(file.toString());
            }
        }
    }

    /** Kafka's segments and PostgreSQL's files and write-ahead log included. */
    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(Files::isReadable).toList();
        }
    }

    /** As text in UTF-8, and as the hexadecimal that PostgreSQL shows of bytes. */
    private static boolean holdsOne(byte[] content, List<String> words) {
        var text = new String(content, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
        return words.stream()
                .map(seed -> seed.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(seed -> text.contains(seed)
                        || text.contains(HexFormat.of().formatHex(seed.getBytes(StandardCharsets.UTF_8))));
    }
}
