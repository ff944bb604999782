package org.tocsin.peers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.embedded.ChildProcess;
import org.tocsin.local.LocalStack;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Story;
import org.tocsin.stories.Tools;

/** A fan-out into Postfix's test server. */
class SmtpSinkStory {

    private static final String RECIPIENT = "X-Rcpt-Args: ";

    private final LocalStack stack = Stage.stack();
    private final Path folder = Peer.openFolder("tocsin-smtp-sink");
    private final int port = Peer.freePort();
    private final ChildProcess sink = ChildProcess.start(
            "smtp-sink",
            List.of(
                    Tools.need("smtp-sink", "peers").toString(),
                    "-u",
                    "nobody",
                    "-R",
                    folder.toString(),
                    "-d",
                    "message.",
                    "127.0.0.1:" + port,
                    "200"),
            Map.of(),
            folder.resolve("smtp-sink.log"));

    @BeforeEach
    void leadThere() {
        Peer.awaitListening(port);
        Stage.proxies().mail().leadTo(port);
    }

    @AfterEach
    void leadBack() {
        Stage.proxies().mail().leadTo(stack.ports().smtp());
        sink.close();
    }

    @Test
    void eachMessageOfAFanOutArrivesOnce() {
        var issued = Story.of(stack.doors()).toIssue();
        var accepted = Peer.acceptedMails(issued.appealId());

        var recipients = recipients();

        assertThat(accepted).hasSizeGreaterThan(250);
        assertThat(recipients).hasSameSizeAs(accepted).doesNotHaveDuplicates();
    }

    private List<String> recipients() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("message."))
                    .flatMap(SmtpSinkStory::lines)
                    .filter(line -> line.startsWith(RECIPIENT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, ISO_8859_1).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
