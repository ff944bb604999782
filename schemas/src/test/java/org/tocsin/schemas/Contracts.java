package org.tocsin.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The contracts as they are written, and the copies of them that were released. */
final class Contracts {

    static final String TOPIC = "topic";
    static final Path RELEASED = Path.of("released");
    static final Path INDEX = RELEASED.resolve("index.txt");

    private static final Path WRITTEN = Path.of("src/main/avro");

    private Contracts() {}

    /** Every record that travels on a topic of its own, as it is written now. */
    static List<Schema> events() {
        return written().stream()
                .filter(schema -> schema.getProp(TOPIC) != null)
                .toList();
    }

    /** Every named type as it is written now. */
    static List<Schema> written() {
        var parser = new SchemaParser();
        files(WRITTEN).forEach(file -> parse(parser, file));
        return parser.getParsedNamedSchemas();
    }

    /** Paths below {@code released}, sorted: {@code <topic>/<full name>/<version>.avsc}. */
    static List<String> releasedPaths() {
        return files(RELEASED)
                .map(file -> RELEASED.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    /** The copies of an event's contract, oldest first. */
    static List<Schema> releasesOf(Schema event) {
        return Stream.iterate(1, version -> version + 1)
                .map(version -> released(event, version))
                .takeWhile(Files::exists)
                .map(Contracts::parseReleased)
                .toList();
    }

    static Path released(Schema event, int version) {
        return RELEASED.resolve(event.getProp(TOPIC))
                .resolve(event.getFullName())
                .resolve(version + ".avsc");
    }

    /** A copy is read alone: it has to be self-contained. */
    static Schema parseReleased(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void parse(SchemaParser parser, Path file) {
        try {
            parser.parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
