package org.tocsin.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.StreamSupport;
import org.tocsin.stories.Stage;
import tools.jackson.databind.JsonNode;

/** What the stories with a mail server of other people share. */
final class Peer {

    private Peer() {}

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void awaitListening(int port) {
        Stage.eventually("a mail server on port " + port, () -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Such programs give up their rights, so the folder is open to all. */
    static Path openFolder(String name) {
        try {
            var folder = Files.createTempDirectory(name);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The e-mail rows of the appeal that were handed over, once nothing is under way. */
    static List<JsonNode> acceptedMails(String appealId) {
        var doors = Stage.stack().doors();
        Stage.eventually(
                "everybody settled",
                () -> doors.reach("operator-one", appealId),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);
        var rows = doors.deliveries("operator-one", appealId).expect(200).path("items");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("channel").asString().equals("EMAIL"))
                .filter(row -> row.path("status").asString().equals("ACCEPTED"))
                .toList();
    }
}
