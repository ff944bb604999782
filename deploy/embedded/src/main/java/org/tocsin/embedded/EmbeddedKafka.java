package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The real broker as a process of its own: one node in KRaft mode, on loopback, which never creates a topic by itself.
 * It can be stopped, killed and started again under its clients, on the same port with the same data.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static @Nullable EmbeddedKafka shared;

    private final Folders folder;
    private final int port;
    private @Nullable ChildProcess broker;

    private EmbeddedKafka(Folders folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** On a free port, without data that outlives it. */
    public static EmbeddedKafka start() {
        return start(null, 0);
    }

    /**
     * @param data where its data stays between runs; null: in a folder that goes with it
     * @param port 0: a free one
     */
    public static EmbeddedKafka start(@Nullable Path data, int port) {
        var kafka = new EmbeddedKafka(Folders.at(data, "kafka"), Loopback.port(port));
        try {
            kafka.configure();
            kafka.format();
            kafka.restart();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /** The one of this JVM, for tests: started on first use, gone with the JVM. Its topics are everybody's. */
    public static synchronized EmbeddedKafka shared() {
        if (shared == null) {
            var started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    public int port() {
        return port;
    }

    /** What clients call {@code bootstrap.servers}. */
    public String brokers() {
        return "127.0.0.1:" + port;
    }

    public Path log() {
        return folder.file("kafka.log");
    }

    /** Makes the topics that are not there yet. */
    public void createTopics(Map<String, Integer> partitions) {
        var topics = partitions.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                .toList();
        try (var admin = admin()) {
            for (var creation : admin.createTopics(topics).values().values()) {
                try {
                    creation.get(PATIENCE.toSeconds(), SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("a topic could not be made", e.getCause());
                    }
                }
            }
        } catch (TimeoutException e) {
            throw new PeerFailed("Kafka did not make the topics within %d s".formatted(PATIENCE.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerFailed("interrupted while Kafka made the topics");
        }
    }

    /** Ends the broker in good order. The data stays for {@link #restart}. */
    public void stop() {
        if (broker != null) {
            broker.stop();
            broker = null;
        }
    }

    /** Ends the broker as a crash does. The data stays for {@link #restart}. */
    public void kill() {
        if (broker != null) {
            broker.kill();
            broker = null;
        }
    }

    /** Starts a stopped or killed broker again, on the same port with the same data. */
    public void restart() {
        stop();
        var command = List.of(
                Jvm.program(),
                "-Xms48m",
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + folder.file("logback.xml"),
                "-cp",
                Jvm.libraries(),
                "kafka.Kafka",
                properties().toString());
        broker = ChildProcess.start("Kafka", command, Map.of(), log());
        Readiness.await(broker, PATIENCE, this::answers);
    }

    /** Its process; empty while it is stopped or killed. */
    public Optional<ChildProcess> process() {
        return Optional.ofNullable(broker);
    }

    @Override
    public void close() {
        stop();
        folder.tidy();
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(Loopback.address(port), 500);
        } catch (IOException e) {
            return false;
        }
        try (var admin = admin()) {
            return !admin.describeCluster().nodes().get(10, SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers()));
    }

    private Path properties() {
        return folder.file("server.properties");
    }

    private void configure() {
        try {
            Files.writeString(
                    properties(),
                    resource("server.properties").formatted(port, Loopback.port(0), folder.file("data")),
                    UTF_8);
            Files.writeString(folder.file("logback.xml"), resource("broker-logback.xml"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's settings could not be written", e);
        }
    }

    private void format() {
        if (Files.exists(folder.file("data").resolve("meta.properties"))) {
            return;
        }
        var output = new ByteArrayOutputStream();
        var cluster = Uuid.randomUuid().toString();
        var arguments =
                new String[] {"format", "-t", cluster, "-c", properties().toString()};
        if (StorageTool.execute(arguments, new PrintStream(output, true, UTF_8)) != 0) {
            throw new PeerFailed("Kafka's data could not be formatted: " + output.toString(UTF_8));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = EmbeddedKafka.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(text.readAllBytes(), UTF_8);
        }
    }
}
