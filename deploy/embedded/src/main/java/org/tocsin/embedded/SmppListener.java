package org.tocsin.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Listens on loopback only; without Nagle's delay, which would hold each receipt back by 40 ms. */
final class SmppListener implements ServerConnectionFactory {
    private static final int BACKLOG = 50;

    @Override
    public ServerConnection listen(int port) throws IOException {
        return listen(port, 0, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
        return listen(port, timeout, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(Loopback.address(port), backlog);
        socket.setSoTimeout(timeout);
        return new Listening(socket);
    }

    private record Listening(ServerSocket socket) implements ServerConnection {
        @Override
        public Connection accept() throws IOException {
            var accepted = socket.accept();
            accepted.setTcpNoDelay(true);
            return new SocketConnection(accepted);
        }

        @Override
        public void setSoTimeout(int timeout) throws IOException {
            socket.setSoTimeout(timeout);
        }

        @Override
        public int getSoTimeout() throws IOException {
            return socket.getSoTimeout();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
