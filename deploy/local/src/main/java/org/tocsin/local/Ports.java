package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the local stack listens, all on 127.0.0.1.
 *
 * @param issuer OpenID Connect issuer
 * @param captured page and API of the captured messages
 * @param managementOffset added to a service's port for its health and Prometheus metrics
 */
public record Ports(
        int issuer,
        int intake,
        int alert,
        int notification,
        int archive,
        int captured,
        int managementOffset,
        int kafka,
        int postgres,
        int registry,
        int smtp,
        int smpp) {

    /** The ports outsiders' scripts rely on. */
    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 8025, 100, 9092, 5433, 8090, 1025, 2775);
    }

    /**
     * The standard ports, moved where the environment says so.
     *
     * @param environment {@code TOCSIN_PORT_INTAKE} and so on
     */
    public static Ports from(Map<String, String> environment) {
        var standard = standard().byName();
        var moved = new HashMap<String, Integer>();
        standard.forEach((name, port) -> {
            var value = environment.getOrDefault(setting(name), port.toString());
            if (!value.matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException(setting(name) + ": found %s (expected: a port)".formatted(value));
            }
            moved.put(name, Integer.valueOf(value));
        });
        return of(moved);
    }

    static String setting(String name) {
        return "TOCSIN_PORT_" + name.toUpperCase(Locale.ROOT);
    }

    static Ports of(Map<String, Integer> byName) {
        return new Ports(
                need(byName, "issuer"),
                need(byName, "intake"),
                need(byName, "alert"),
                need(byName, "notification"),
                need(byName, "archive"),
                need(byName, "captured"),
                100,
                need(byName, "kafka"),
                need(byName, "postgres"),
                need(byName, "registry"),
                need(byName, "smtp"),
                need(byName, "smpp"));
    }

    /** Each port that is chosen, in the order in which the stack starts. */
    Map<String, Integer> byName() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("postgres", postgres);
        ports.put("kafka", kafka);
        ports.put("registry", registry);
        ports.put("issuer", issuer);
        ports.put("smtp", smtp);
        ports.put("smpp", smpp);
        ports.put("captured", captured);
        ports.put("intake", intake);
        ports.put("alert", alert);
        ports.put("notification", notification);
        ports.put("archive", archive);
        return ports;
    }

    /** The first port that somebody else listens on, told with the setting that moves it. */
    Optional<String> taken() {
        try {
            for (var port : byName().entrySet()) {
                var number = port.getValue();
                var isService = Service.of(port.getKey()).isPresent();
                for (var one : isService ? List.of(number, number + managementOffset) : List.of(number)) {
                    if (!isFree(one)) {
                        return Optional.of("Port %d (%s) is taken. Stop what uses it, or set %s to another port."
                                .formatted(one, port.getKey(), setting(port.getKey())));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int need(Map<String, Integer> byName, String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** Ports free at this moment, so that stories run beside a stack that is up. */
    public static Ports free() {
        var services = freeWithOffset(100, 4);
        var others = freeWithOffset(0, 7);
        return new Ports(
                others.get(0),
                services.get(0),
                services.get(1),
                services.get(2),
                services.get(3),
                others.get(1),
                100,
                others.get(2),
                others.get(3),
                others.get(4),
                others.get(5),
                others.get(6));
    }

    private static List<Integer> freeWithOffset(int offset, int count) {
        var found = new ArrayList<Integer>();
        var held = new ArrayList<ServerSocket>();
        try {
            while (found.size() < count) {
                var socket = bind(0);
                held.add(socket);
                var port = socket.getLocalPort();
                if (offset == 0 || isFree(port + offset)) {
                    found.add(port);
                }
            }
            for (var socket : held) {
                socket.close();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (var _ = bind(port)) {
            return true;
        } catch (java.net.BindException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
