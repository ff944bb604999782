package org.tocsin.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs out of the jar on the class path, unpacked once per user of this machine. */
record PostgresBinaries(Path home) {
    private static final String USER = System.getProperty("user.name");

    static synchronized PostgresBinaries unpacked() {
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", architecture())) {
            var parent = Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "tocsin-" + USER, "postgres"));
            // The size tells one release's archive from another's, and costs nothing to find out.
            var home = parent.resolve(Integer.toString(archive.available()));
            if (!Files.exists(home)) {
                unpack(archive, parent, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (USER.equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Beside its place first, so that nobody ever finds half of it. */
    private static void unpack(InputStream archive, Path parent, Path home) throws IOException {
        var draft = Files.createTempDirectory(parent, "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = draft.resolve(entry.getName()).normalize();
                if (!file.startsWith(draft)) {
                    throw new IOException("an entry of the archive points outside of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if (file.startsWith(draft.resolve("bin")) && !file.toFile().setExecutable(true)) {
                        throw new IOException("a program could not be made executable");
                    }
                }
            }
        }
        try {
            Files.move(draft, home, ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(draft);
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static String architecture() {
        var name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
