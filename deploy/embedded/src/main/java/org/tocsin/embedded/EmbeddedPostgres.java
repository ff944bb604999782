package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on loopback that keeps what it has committed: nothing that makes a commit durable is switched off.
 * Its log holds no values of statements.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "tocsin";
    private static final String PASSWORD = "local-only";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // A failed statement's text, parameters, detail and message can all quote a value of a row.
            Map.entry("log_statement", "none"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_messages", "log"));

    private static final AtomicInteger FRESH = new AtomicInteger();
    private static @Nullable EmbeddedPostgres shared;

    private final PostgresBinaries binaries;
    private final Folders folder;
    private final int port;
    private @Nullable ChildProcess server;

    private EmbeddedPostgres(PostgresBinaries binaries, Folders folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** On a free port, without data that outlives it. */
    public static EmbeddedPostgres start() {
        return start(null, 0);
    }

    /**
     * @param data where its data stays between runs; null: in a folder that goes with it
     * @param port 0: a free one
     */
    public static EmbeddedPostgres start(@Nullable Path data, int port) {
        var postgres =
                new EmbeddedPostgres(PostgresBinaries.unpacked(), Folders.at(data, "postgres"), Loopback.port(port));
        try {
            postgres.initialise();
            postgres.restart();
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** The one of this JVM, for tests: started on first use, gone with the JVM. Take a {@link #newDatabase} of it. */
    public static synchronized EmbeddedPostgres shared() {
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

    public String user() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    /** The JDBC URL of a database, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public Path log() {
        return folder.file("postgres.log");
    }

    /** Makes the database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = connect("postgres");
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            query.setString(1, name);
            if (!query.executeQuery().next()) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database %s could not be made".formatted(name), e);
        }
    }

    /** Makes an empty database under a name nobody else has, and tells the name. */
    public String newDatabase() {
        var name = "fresh_%d_%d".formatted(ProcessHandle.current().pid(), FRESH.incrementAndGet());
        createDatabase(name);
        return name;
    }

    /** A connection to a database, for looking at what is there. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?connectTimeout=5", USER, PASSWORD);
    }

    /** Ends the server in good order; connections break. The data stays for {@link #restart}. */
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** Ends the server as a power cut does. The data stays for {@link #restart}, which then recovers it. */
    public void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    /** Starts a stopped or killed server again, on the same port with the same data. */
    public void restart() {
        stop();
        var command = binaries.command("postgres", "-D", data().toString(), "-p", Integer.toString(port));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        server = ChildProcess.start("PostgreSQL", command, Map.of(), log(), Guard.Farewell.INT);
        Readiness.await(server, PATIENCE, () -> {
            try (var connection = connect("postgres")) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /** Its process; empty while it is stopped or killed. */
    public Optional<ChildProcess> process() {
        return Optional.ofNullable(server);
    }

    @Override
    public void close() {
        stop();
        folder.tidy();
    }

    private Path data() {
        return folder.file("data");
    }

    private void initialise() {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        try {
            Folders.delete(data());
            var password = Files.writeString(folder.file("password"), PASSWORD, UTF_8);
            var command = binaries.command(
                    "initdb",
                    "--pgdata=" + data(),
                    "--username=" + USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            if (folder.passing()) {
                command.add("--no-sync");
            }
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL's initdb failed, see " + log());
            }
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's data could not be initialised", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL's data was initialised", e);
        }
    }
}
