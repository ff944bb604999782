package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description of the topics says what the contracts and the list of topics say. */
class AsyncApiTest {

    private static @Nullable Object description;

    @BeforeAll
    static void read() throws IOException {
        description = new Yaml().load(Files.readString(Path.of("asyncapi.yaml")));
    }

    @Test
    void isWrittenInVersion3() {
        assertThat(at("asyncapi")).isEqualTo("3.0.0");
    }

    @Test
    void describesEveryTopicWithItsPartitions() throws IOException {
        var declared = new Properties();
        try (var file = Files.newInputStream(Path.of("src/main/resources/tocsin/topics.properties"))) {
            declared.load(file);
        }
        var described = new TreeMap<String, String>();
        map(at("channels")).keySet().forEach(channel -> {
            var partitions = at("channels", channel, "bindings", "kafka", "partitions");
            described.put(String.valueOf(at("channels", channel, "address")), String.valueOf(partitions));
            assertThat(at("channels", channel, "bindings", "kafka", "topic"))
                    .isEqualTo(at("channels", channel, "address"));
        });
        assertThat(described).containsExactlyInAnyOrderEntriesOf(asMap(declared));
    }

    @Test
    void listsTheEventsOfEachTopic() {
        map(at("channels")).keySet().forEach(channel -> {
            var topic = at("channels", channel, "address");
            var expected = Contracts.events().stream()
                    .filter(event -> event.getProp(Contracts.TOPIC).equals(topic))
                    .map(Schema::getName)
                    .toList();
            assertThat(map(at("channels", channel, "messages")).keySet()).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void takesEachPayloadFromTheNewestRelease() {
        for (var event : Contracts.events()) {
            var newest = Contracts.released(event, Contracts.releasesOf(event).size());
            assertThat(at("components", "messages", event.getName(), "payload", "schema", "$ref"))
                    .isEqualTo(newest.toString().replace('\\', '/'));
            assertThat(at("components", "messages", event.getName(), "name")).isEqualTo(event.getFullName());
            assertThat(at("components", "messages", event.getName(), "summary")).isEqualTo(event.getDoc());
        }
        assertThat(map(at("components", "messages"))).hasSameSizeAs(Contracts.events());
    }

    @Test
    void tellsWhoSendsAndWhoReceivesOnEachTopic() {
        var used = new TreeSet<String>();
        map(at("operations"))
                .keySet()
                .forEach(operation -> used.add(
                        at("operations", operation, "action") + " " + at("operations", operation, "channel", "$ref")));
        var expected = new TreeSet<String>();
        map(at("channels"))
                .keySet()
                .forEach(channel ->
                        expected.addAll(List.of("send #/channels/" + channel, "receive #/channels/" + channel)));
        assertThat(used).isEqualTo(expected);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : references(description)) {
            if (reference.startsWith("#/")) {
                assertThat(at(reference.substring(2).split("/", -1)))
                        .as(reference)
                        .isNotNull();
            } else {
                assertThat(Path.of(reference)).exists();
            }
        }
    }

    private static List<String> references(@Nullable Object node) {
        var found = new ArrayList<String>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals("$ref")) {
                    found.add(String.valueOf(value));
                }
                found.addAll(references(value));
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> found.addAll(references(item)));
        }
        return found;
    }

    private static @Nullable Object at(String... path) {
        var node = description;
        for (var name : path) {
            node = map(node).get(name);
        }
        return node;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        var copy = new TreeMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    private static Map<String, String> asMap(Properties properties) {
        var map = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }
}
