package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

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
        int smtp) {

    /** The ports outsiders' scripts rely on. */
    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 8025, 100, 9092, 5433, 8090, 1025);
    }

    /** Ports free at this moment, so that stories run beside a stack that is up. */
    public static Ports free() {
        var services = freeWithOffset(100, 4);
        var others = freeWithOffset(0, 6);
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
                others.get(5));
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
