package org.tocsin.schemas;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.avro.Schema;

/**
 * Releases each contract that is new or has changed: writes a self-contained copy with the next number, and the index.
 * A copy is never edited or removed afterwards, since events written with it stay in topics and in the archive.
 */
final class ReleaseContracts {

    private ReleaseContracts() {}

    public static void main(String[] arguments) throws IOException {
        for (var event : Contracts.events()) {
            var releases = Contracts.releasesOf(event);
            if (releases.isEmpty() || !releases.getLast().equals(event)) {
                release(event, releases.size() + 1);
            }
        }
        Files.writeString(Contracts.INDEX, String.join("\n", Contracts.releasedPaths()) + "\n");
    }

    private static void release(Schema event, int version) throws IOException {
        var file = Contracts.released(event, version);
        Files.createDirectories(file.getParent());
        Files.writeString(file, event.toString(true) + "\n");
    }
}
