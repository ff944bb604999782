package org.tocsin.notification.channel.smtp;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tocsin.notification.channel.Channel;

/** Postfix's {@code smtp-sink}, which takes every message at once and keeps none, and our channel into it. */
public final class SmtpSink implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final SmtpChannel channel;

    private SmtpSink(Process process, int port) {
        this.process = process;
        this.port = port;
        this.channel = Mails.channel(port, CONNECTIONS);
    }

    public static SmtpSink start() throws IOException {
        var port = freePort();
        var process = new ProcessBuilder(
                        tool("smtp-sink"), "-u", System.getProperty("user.name"), "127.0.0.1:" + port, "1000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitOpen(port);
        return new SmtpSink(process, port);
    }

    int port() {
        return port;
    }

    public Channel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.close();
        process.destroy();
        process.onExit().join();
    }

    static String tool(String name) {
        return Stream.concat(
                        Stream.of("/usr/sbin"), Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is missing: it comes with Postfix"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitOpen(int port) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
        throw new IllegalStateException("smtp-sink did not open its port");
    }
}
