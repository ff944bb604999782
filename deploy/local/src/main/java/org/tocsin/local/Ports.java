package org.tocsin.local;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tocsin.embedded.Loopback;

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

    private static final int MANAGEMENT_OFFSET = 100;

    /** The ports outsiders' scripts rely on. */
    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 8025, MANAGEMENT_OFFSET, 9092, 5433, 8090, 1025, 2775);
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
                MANAGEMENT_OFFSET,
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
        for (var port : byName().entrySet()) {
            var number = port.getValue();
            var isService = Service.of(port.getKey()).isPresent();
            for (var one : isService ? List.of(number, number + managementOffset) : List.of(number)) {
                if (!Loopback.isFree(one)) {
                    return Optional.of("Port %d (%s) is taken. Stop what uses it, or set %s to another port."
                            .formatted(one, port.getKey(), setting(port.getKey())));
                }
            }
        }
        return Optional.empty();
    }

    private static int need(Map<String, Integer> byName, String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** Ports free at this moment, so that stories run beside a stack that is up. */
    public static Ports free() {
        var free = new LinkedHashMap<String, Integer>();
        for (var name : standard().byName().keySet()) {
            int port;
            do {
                port = Loopback.port(0);
            } while (free.containsValue(port)
                    || free.containsValue(port - MANAGEMENT_OFFSET)
                    || free.containsValue(port + MANAGEMENT_OFFSET)
                    || !Loopback.isFree(port + MANAGEMENT_OFFSET));
            free.put(name, port);
        }
        return of(free);
    }
}
