package org.tocsin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.tocsin.embedded.EmbeddedRegistry;

/** Brings the declared topics and the released schemas to broker and registry: services never do. */
final class Contracts {
    private Contracts() {}

    /** Topic to number of partitions. */
    static Map<String, Integer> topics() {
        var declared = new Properties();
        try (var file = open("topics.properties")) {
            declared.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the topics are not readable", e);
        }
        var topics = new LinkedHashMap<String, Integer>();
        declared.stringPropertyNames()
                .forEach(topic -> topics.put(topic, Integer.valueOf(declared.getProperty(topic))));
        return topics;
    }

    /** Returns how many there are. */
    static int registerIn(EmbeddedRegistry registry) {
        var released = released();
        released.forEach(one -> registry.register(one.topic() + "-" + one.record(), one.schema()));
        return released.size();
    }

    /** Oldest version first, as each must be compatible with all before it. */
    static List<Released> released() {
        return read("released/index.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Released::of)
                .sorted(Comparator.comparingInt(Released::version))
                .toList();
    }

    /** A schema as it was released under a topic: {@code <topic>/<record>/<version>.avsc}. */
    record Released(String path, String topic, String record, int version) {
        static Released of(String path) {
            var parts = List.of(path.strip().split("/"));
            if (parts.size() != 3) {
                throw new IllegalStateException(
                        "released/index.txt: %d parts in a line (expected: 3)".formatted(parts.size()));
            }
            var version = Integer.parseInt(parts.get(2).replace(".avsc", ""));
            return new Released(path.strip(), parts.get(0), parts.get(1), version);
        }

        String schema() {
            return read("released/" + path);
        }
    }

    private static String read(String name) {
        try (var file = open(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not readable", e);
        }
    }

    private static InputStream open(String name) throws IOException {
        var file = Contracts.class.getResourceAsStream("/tocsin/" + name);
        if (file == null) {
            throw new IOException("tocsin/%s is not on the class path".formatted(name));
        }
        return file;
    }
}
