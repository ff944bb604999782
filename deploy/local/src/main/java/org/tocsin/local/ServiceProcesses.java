package org.tocsin.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.embedded.ChildProcess;
import org.tocsin.embedded.PeerFailed;
import org.tocsin.embedded.Readiness;

/** The four services' jars as processes. */
final class ServiceProcesses {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Small, so that four of them, broker, database and registry fit a laptop; and quick to start. */
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx192m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<Service, ChildProcess> processes = new EnumMap<>(Service.class);
    private final Places places;
    private final Ports ports;
    private final Settings settings;
    private final Map<Service, Map<String, String>> more;

    ServiceProcesses(Places places, Ports ports, Settings settings, Map<Service, Map<String, String>> more) {
        this.places = places;
        this.ports = ports;
        this.settings = settings;
        this.more = more;
    }

    /** Returns when it is ready. */
    void start(Service service) {
        var jar = service.jar(places.checkout());
        if (!Files.exists(jar)) {
            throw new PeerFailed("%s is not built: there is no %s".formatted(service.fullName(), jar));
        }
        var process = ChildProcess.start(service.fullName(), command(service, jar), Map.of(), places.log(service));
        synchronized (processes) {
            processes.put(service, process);
        }
        Readiness.await(process, PATIENCE, () -> isReady(service));
    }

    /** In good order: what it has begun it ends. */
    void stop(Service service) {
        take(service).ifPresent(ChildProcess::stop);
    }

    /** As a crash does it. */
    void kill(Service service) {
        take(service).ifPresent(ChildProcess::kill);
    }

    /** Those that run, and those that ended without being asked to. */
    List<ChildProcess> all() {
        synchronized (processes) {
            return List.copyOf(processes.values());
        }
    }

    Optional<ChildProcess> find(Service service) {
        synchronized (processes) {
            return Optional.ofNullable(processes.get(service));
        }
    }

    private Optional<ChildProcess> take(Service service) {
        synchronized (processes) {
            return Optional.ofNullable(processes.remove(service));
        }
    }

    private List<String> command(Service service, Path jar) {
        var all = new TreeMap<>(settings.of(service));
        all.putAll(more.getOrDefault(service, Map.of()));
        var file = Settings.write(places.folder("settings"), service, all);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of(
                "-jar", ExtractedJar.of(jar).toString(), "--spring.config.additional-location=" + file.toUri()));
        return command;
    }

    private boolean isReady(Service service) {
        var health = "http://127.0.0.1:%d/actuator/health/readiness".formatted(service.managementPort(ports));
        var request = HttpRequest.newBuilder(URI.create(health))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
