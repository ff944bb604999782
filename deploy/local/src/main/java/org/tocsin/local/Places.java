package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the stack finds its programs and keeps its data.
 *
 * @param checkout has the services' jars
 * @param data everything that stays between runs; nobody else may read it
 */
record Places(Path checkout, Path data) {

    static Places at(Path checkout, Path data) {
        try {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new Places(checkout.toAbsolutePath(), data.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout around the working directory. */
    static Path findCheckout() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("intake-service").resolve("pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inside a checkout of Tocsin: " + here));
    }

    Path folder(String name) {
        return data.resolve(name);
    }

    Path log(Service service) {
        return folder("logs").resolve(service.fullName() + ".log");
    }

    /** Each run of the stack begins its own. */
    void forgetLogs() {
        for (var log : logs()) {
            delete(log);
        }
    }

    /** Everything that was kept, the lock excepted, which is held. */
    void clear() {
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(data) && !file.equals(folder(RunningStack.LOCK)))
                    .forEach(Places::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every log there is, those of broker, database and registry included. */
    List<Path> logs() {
        try (var files = Files.walk(data, 2)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
