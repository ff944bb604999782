package org.tocsin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Loopback {

    /** Outgoing connections get their ports above (Linux: ip_local_port_range), and would take what is free only now. */
    private static final int ABOVE = 10_000;

    private static final int BELOW = 32_768;

    private Loopback() {}

    /** The wanted port, or a free one for 0. */
    public static int port(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(ABOVE, BELOW);
        } while (!isFree(port));
        return port;
    }

    /** Whether nobody listens on it now. */
    public static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
