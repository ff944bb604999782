package org.tocsin.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.tocsin.embedded.PeerFailed;

/**
 * A service's jar with its libraries beside it instead of within it, unpacked once after each build: the JVM reads them by
 * itself then, which saves a good part of a start.
 */
final class ExtractedJar {
    private ExtractedJar() {}

    /** The jar to start. */
    static synchronized Path of(Path jar) {
        var folder = jar.resolveSibling("extracted");
        var mark = folder.resolve("of");
        try {
            var build = buildOf(jar);
            if (!Files.exists(mark) || !Files.readString(mark).equals(build)) {
                extract(jar, folder);
                Files.writeString(mark, build);
            }
        } catch (IOException e) {
            throw new PeerFailed("%s cannot be unpacked: %s".formatted(jar, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerFailed("interrupted");
        }
        return folder.resolve(jar.getFileName());
    }

    /** Of the content: a reproducible build gives every jar the same time. */
    static String buildOf(Path jar) throws IOException {
        var checksum = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private static void extract(Path jar, Path folder) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("status " + process.exitValue());
        }
    }
}
