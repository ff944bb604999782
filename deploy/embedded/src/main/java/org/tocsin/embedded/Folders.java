package org.tocsin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where a peer keeps its data: a folder that stays, or one that goes with the peer. */
record Folders(Path path, boolean passing) {

    static Folders at(@Nullable Path wanted, String name) {
        try {
            if (wanted == null) {
                return new Folders(Files.createTempDirectory("tocsin-" + name + "-"), true);
            }
            Files.createDirectories(
                    wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new Folders(wanted.toAbsolutePath(), false);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for " + name, e);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    void tidy() {
        if (passing) {
            delete(path);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }
}
