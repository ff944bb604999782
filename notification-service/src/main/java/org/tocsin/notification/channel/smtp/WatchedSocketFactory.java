package org.tocsin.notification.channel.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the socket of one connection: without Nagle's wait, which costs 40 ms on every message above one segment, and
 * remembered, so that each phase can have its own time-out.
 */
final class WatchedSocketFactory extends SocketFactory {

    private final SocketFactory delegate;
    private volatile @Nullable Socket socket;

    WatchedSocketFactory(SocketFactory delegate) {
        this.delegate = delegate;
    }

    /** From now on, a read waits so long. */
    void waitAtMost(Duration timeout) throws SocketException {
        var current = socket;
        if (current != null) {
            current.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return watched(delegate.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return watched(delegate.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return watched(delegate.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return watched(delegate.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return watched(delegate.createSocket(host, port, localHost, localPort));
    }

    private Socket watched(Socket created) throws SocketException {
        created.setTcpNoDelay(true);
        socket = created;
        return created;
    }
}
