package org.tocsin.faults;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on a free port of loopback and passes each connection on to another one. */
public final class Proxy implements AutoCloseable {
    private final ServerSocket listening;
    private final Protocol protocol;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<Fault> faults = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Tally> tallies = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Turnstile> turnstiles = new CopyOnWriteArrayList<>();
    private volatile int target;

    /** Begins a conversation on a proxy that listens on a port. */
    interface Protocol {
        Conversation begin(Conversation.Watch watch, int port);
    }

    private Proxy(ServerSocket listening, int target, Protocol protocol) {
        this.listening = listening;
        this.target = target;
        this.protocol = protocol;
    }

    static Proxy start(int target, Protocol protocol) {
        try {
            var proxy = new Proxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target, protocol);
            Thread.ofVirtual().name("proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The next conversation that comes to its point is stopped there. */
    public Fault stopAt(Fault fault) {
        faults.add(fault);
        return fault;
    }

    /** Conversations that come to its point pass one by one, until it is opened. */
    public Turnstile slowDown(Turnstile turnstile) {
        turnstiles.add(turnstile);
        return turnstile;
    }

    /** Counts from now on. */
    public Tally count(Point point) {
        var tally = new Tally(point);
        tallies.add(tally);
        return tally;
    }

    /** Ends all counting, cuts what is still held and lets pass what stands. */
    public void forget() {
        tallies.clear();
        turnstiles.forEach(Turnstile::open);
        turnstiles.clear();
        faults.forEach(Fault::cut);
        faults.clear();
    }

    /** From now on connections lead to another port; those there are end. */
    public void leadTo(int otherTarget) {
        target = otherTarget;
        open.forEach(Proxy::close);
    }

    @Override
    public void close() {
        forget();
        close(listening);
        open.forEach(Proxy::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().name("proxy").start(() -> converse(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void converse(Socket client) {
        open.add(client);
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var conversation = protocol.begin(this::at, port());
            var back = Thread.ofVirtual().name("proxy").start(() -> {
                try {
                    conversation.passToClient(input(server), client.getOutputStream());
                } catch (IOException e) {
                    // The other direction ends with it.
                } finally {
                    close(client);
                    close(server);
                }
            });
            try {
                conversation.passToServer(input(client), server.getOutputStream());
            } finally {
                close(server);
                close(client);
                back.join();
                open.remove(server);
            }
        } catch (IOException e) {
            // Either end is gone, which is what the other one now sees.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void at(Point point) throws IOException {
        tallies.forEach(tally -> tally.look(point));
        for (var fault : faults) {
            if (fault.isAt(point)) {
                fault.hold();
            }
        }
        for (var turnstile : turnstiles) {
            if (turnstile.isAt(point)) {
                turnstile.pass();
            }
        }
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is closed all the same.
        }
    }
}
