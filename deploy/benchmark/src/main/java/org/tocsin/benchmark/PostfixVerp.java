package org.tocsin.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.embedded.Postfix;

/**
 * What a fan-out is compared with: a message given once to Postfix, which keeps it on disk and passes it on to each recipient
 * by itself (VERP), into {@code smtp-sink}.
 */
final class PostfixVerp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofNanos(200_000);
    private static final String SINK = "/usr/sbin/smtp-sink";

    private final Process sink;
    private final Postfix postfix;
    private final StringBuilder counters = new StringBuilder();
    private int taken;

    private PostfixVerp(Process sink, Postfix postfix) {
        this.sink = sink;
        this.postfix = postfix;
    }

    static PostfixVerp start() throws IOException {
        var port = freePort();
        var sink = new ProcessBuilder(SINK, "-c", "-u", System.getProperty("user.name"), "127.0.0.1:" + port, "1000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new PostfixVerp(sink, Postfix.relayingTo(port));
        } catch (RuntimeException e) {
            sink.destroy();
            throw e;
        }
    }

    /** From the connection to Postfix until the sink has taken the last one. */
    Duration deliver(String message, int recipients) throws IOException {
        var due = taken + recipients;
        var start = System.nanoTime();
        hand(message, recipients);
        while (taken < due) {
            look();
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "Postfix passed on %d of %d".formatted(taken - due + recipients, recipients));
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        postfix.close();
        sink.destroy();
    }

    private void hand(String message, int recipients) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), postfix.port())) {
            socket.setTcpNoDelay(true);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            expect(answers, 1, "220");
            say(socket, "EHLO benchmark.tocsin.example\r\n");
            expect(answers, 1, "250");
            var envelope = IntStream.range(0, recipients)
                    .mapToObj("RCPT TO:<m%05d@member.example>\r\n"::formatted)
                    .collect(Collectors.joining("", "MAIL FROM:<appeals@tocsin.example> XVERP=+=\r\n", ""));
            say(socket, envelope);
            expect(answers, recipients + 1, "250");
            say(socket, "DATA\r\n");
            expect(answers, 1, "354");
            say(socket, message + "\r\n.\r\n");
            expect(answers, 1, "250");
            say(socket, "QUIT\r\n");
            expect(answers, 1, "221");
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(US_ASCII));
    }

    private static void expect(BufferedReader answers, int count, String code) throws IOException {
        for (var left = count; left > 0; ) {
            var line = answers.readLine();
            if (line == null || !line.startsWith(code)) {
                throw new IllegalStateException("Postfix answered %s (expected: %s)".formatted(line, code));
            }
            if (!line.startsWith("-", code.length())) {
                left--;
            }
        }
    }

    /** The sink writes {@code sess=1 quit=1 mesg=1} and a carriage return at each step. */
    private void look() throws IOException {
        var told = sink.getInputStream();
        if (told.available() == 0) {
            LockSupport.parkNanos(LOOK.toNanos());
            return;
        }
        counters.append(new String(told.readNBytes(told.available()), US_ASCII));
        var end = counters.lastIndexOf("\r");
        if (end >= 0) {
            var last = counters.substring(counters.lastIndexOf("=", end) + 1, end);
            taken = Integer.parseInt(last);
            counters.delete(0, end + 1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
