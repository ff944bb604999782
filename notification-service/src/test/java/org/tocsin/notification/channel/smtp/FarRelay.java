package org.tocsin.notification.channel.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Puts a relay on this machine a round trip away: what it answers arrives later, in order, however much is under way. */
final class FarRelay implements AutoCloseable {

    private final ServerSocket door;
    private final int relayPort;
    private final Duration roundTrip;

    private record Chunk(byte[] bytes, long dueNanos) {}

    private FarRelay(ServerSocket door, int relayPort, Duration roundTrip) {
        this.door = door;
        this.relayPort = relayPort;
        this.roundTrip = roundTrip;
    }

    static FarRelay before(int relayPort, Duration roundTrip) throws IOException {
        var far = new FarRelay(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), relayPort, roundTrip);
        Thread.ofVirtual().start(far::serve);
        return far;
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        try {
            while (true) {
                var client = door.accept();
                var relay = new Socket(InetAddress.getLoopbackAddress(), relayPort);
                client.setTcpNoDelay(true);
                relay.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> copy(client, relay));
                Thread.ofVirtual().start(() -> delay(relay, client));
            }
        } catch (IOException closed) {
            // the measurement is over
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // one side hung up, and both are closed now
        }
    }

    private void delay(Socket from, Socket to) {
        var underWay = new LinkedBlockingQueue<Chunk>();
        Thread.ofVirtual().start(() -> arrive(underWay, to));
        try {
            InputStream answers = from.getInputStream();
            var buffer = new byte[8192];
            for (var read = answers.read(buffer); read >= 0; read = answers.read(buffer)) {
                underWay.add(new Chunk(Arrays.copyOf(buffer, read), System.nanoTime() + roundTrip.toNanos()));
            }
        } catch (IOException gone) {
            // told to the other side below
        }
        underWay.add(new Chunk(new byte[0], System.nanoTime() + roundTrip.toNanos()));
    }

    private static void arrive(LinkedBlockingQueue<Chunk> underWay, Socket to) {
        try (to) {
            OutputStream client = to.getOutputStream();
            for (var chunk = underWay.take(); chunk.bytes().length > 0; chunk = underWay.take()) {
                for (var left = chunk.dueNanos() - System.nanoTime();
                        left > 0;
                        left = chunk.dueNanos() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                client.write(chunk.bytes());
            }
        } catch (IOException gone) {
            // the client hung up first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
