package org.tocsin.notification.channel.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay that does what a test says: answers as scripted, or hangs up. */
final class ScriptedRelay implements AutoCloseable {

    static final String HANG_UP = "";

    private final ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final boolean pipelining;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** What it took, in the order it came. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    final AtomicInteger connections = new AtomicInteger();
    volatile int mostConnections = Integer.MAX_VALUE;

    ScriptedRelay(boolean pipelining) throws IOException {
        this.pipelining = pipelining;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What is answered to a command such as {@code MAIL}, {@code RCPT}, {@code DATA}, {@code .} for this recipient. */
    ScriptedRelay answers(String command, String recipient, String answer) {
        script.put(command + " " + recipient, answer);
        return this;
    }

    void forget() {
        script.clear();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                var out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), US_ASCII))) {
            if (open.incrementAndGet() > mostConnections) {
                say(out, "421 4.7.0 too many connections");
                return;
            }
            connections.incrementAndGet();
            say(out, "220 relay.test ready");
            converse(in, out);
        } catch (IOException | HungUp e) {
            // The other side went away, or the script said so.
        } finally {
            open.decrementAndGet();
        }
    }

    private void converse(BufferedReader in, BufferedWriter out) throws IOException {
        var begun = false;
        var accepted = false;
        var to = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.length() > 4 ? line.substring(0, 4) : line;
            switch (command) {
                case "EHLO" -> say(out, pipelining ? "250-relay.test\r\n250 PIPELINING" : "250 relay.test");
                case "MAIL" -> {
                    var answer = begun ? "503 5.5.1 nested MAIL" : answer("MAIL", "", "250 2.1.0 ok");
                    begun = begun || answer.startsWith("2");
                    say(out, answer);
                }
                case "RCPT" -> {
                    to = line.substring("RCPT TO:<".length(), line.length() - 1);
                    var answer = answer("RCPT", to, "250 2.1.5 ok");
                    accepted = answer.startsWith("2");
                    say(out, answer);
                }
                case "DATA" -> {
                    var answer = answer("DATA", to, accepted ? "354 go ahead" : "554 5.5.1 no valid recipients");
                    say(out, answer);
                    if (answer.startsWith("354")) {
                        var content = content(in);
                        var end = answer(".", to, "250 2.0.0 Ok: queued as 4bTz6Q1");
                        taken.add(content);
                        begun = false;
                        say(out, end);
                    }
                }
                case "RSET" -> {
                    begun = false;
                    say(out, "250 2.0.0 ok");
                }
                case "QUIT" -> throw new HungUp();
                default -> say(out, "500 5.5.2 what?");
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new HungUp();
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return content.toString();
    }

    private String answer(String command, String recipient, String otherwise) {
        var answer = script.getOrDefault(command + " " + recipient, otherwise);
        if (answer.equals(HANG_UP)) {
            throw new HungUp();
        }
        return answer;
    }

    private static void say(BufferedWriter out, String answer) throws IOException {
        out.write(answer + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class HungUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
