package org.tocsin.platform.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** Every contract ever released, from the class path; an event written by an older version of a service is among them. */
public final class ReleasedSchemas {

    private static final String INDEX = "tocsin/released/index.txt";

    private final Map<String, TreeMap<Integer, ReleasedSchema>> byName = new HashMap<>();

    /** Reads the releases that the contracts' jar lists: lines of {@code <topic>/<full name>/<version>.avsc}. */
    public ReleasedSchemas() {
        read(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(ReleasedSchemas::load)
                .forEach(released -> byName.computeIfAbsent(released.name(), name -> new TreeMap<>())
                        .put(released.version(), released));
    }

    /** What events of this name are written with now. */
    public ReleasedSchema newest(String name) {
        return versions(name).lastEntry().getValue();
    }

    public ReleasedSchema of(String name, int version) {
        var released = versions(name).get(version);
        if (released == null) {
            throw new IllegalStateException("release %d of %s is not on the class path".formatted(version, name));
        }
        return released;
    }

    public Collection<ReleasedSchema> all() {
        return byName.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    private TreeMap<Integer, ReleasedSchema> versions(String name) {
        var versions = byName.get(name);
        if (versions == null) {
            throw new IllegalStateException("no release of %s on the class path".formatted(name));
        }
        return versions;
    }

    private static ReleasedSchema load(String line) {
        var parts = line.strip().split("/", -1);
        var version = Integer.parseInt(parts[2].substring(0, parts[2].length() - ".avsc".length()));
        return new ReleasedSchema(parts[0], parts[1], version, read("tocsin/released/" + line.strip()));
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path, ReleasedSchemas.class.getClassLoader())
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the contracts' jar is not on the class path", e);
        }
    }
}
