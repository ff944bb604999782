package org.tocsin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Postfix of our own, with settings, queue and port of its own, from the programs of this machine: a relay as it stands in
 * production. It cannot start without the rights of root.
 */
public final class Postfix implements AutoCloseable {

    private static final String MAIN = """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            maillog_file = %1$s/log/mail.log
            maillog_file_prefixes = %1$s/log
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            myhostname = relay.tocsin.example
            mydestination =
            alias_maps =
            alias_database =
            relayhost = [127.0.0.1]:%2$d
            smtp_dns_support_level = disabled
            smtpd_relay_restrictions = permit_mynetworks, reject
            smtpd_authorized_verp_clients = 127.0.0.1
            """;

    private static final String MASTER = """
            127.0.0.1:%d inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            relay unix - - n - - smtp
            showq unix n - n - - showq
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """;

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final List<String> command;
    private final ChildProcess master;

    private Postfix(Path folder, int port, List<String> command, ChildProcess master) {
        this.folder = folder;
        this.port = port;
        this.command = command;
        this.master = master;
    }

    /** Passes on whatever it takes to the mail server on that port of this machine. */
    public static Postfix relayingTo(int target) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new PeerFailed("Postfix is not installed: there is no " + PROGRAM);
        }
        var port = Loopback.port(0);
        try {
            var folder = Files.createTempDirectory("tocsin-postfix");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var settings = Files.createDirectory(folder.resolve("settings"));
            Files.writeString(settings.resolve("main.cf"), MAIN.formatted(folder, target));
            Files.writeString(settings.resolve("master.cf"), MASTER.formatted(port));
            Files.createDirectory(folder.resolve("queue"));
            Files.createDirectory(folder.resolve("log"));
            ownedByPostfix(Files.createDirectory(folder.resolve("data")));
            var command = List.of(PROGRAM.toString(), "-c", settings.toString());
            var master =
                    ChildProcess.start("Postfix", with(command, "start-fg"), Map.of(), folder.resolve("start.log"));
            Readiness.await(master, PATIENCE, () -> isOpen(port));
            return new Postfix(folder, port, command, master);
        } catch (IOException e) {
            throw new UncheckedIOException("Postfix could not be started", e);
        }
    }

    public int port() {
        return port;
    }

    /** Its master is a child of a script, which would end without it. */
    @Override
    public void close() {
        try {
            new ProcessBuilder(with(command, "stop"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            master.close();
            Folders.delete(folder);
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(Loopback.address(port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> with(List<String> command, String verb) {
        return Stream.concat(command.stream(), Stream.of(verb)).toList();
    }

    private static void ownedByPostfix(Path folder) throws IOException {
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(folder, users.lookupPrincipalByName("postfix"));
    }
}
