package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows what was captured: {@code GET /}, {@code GET /messages/{n}}, {@code GET} and {@code DELETE /api/messages}. */
final class MessagesServer implements AutoCloseable {
    private static final Set<String> CHANNELS = Set.of("EMAIL", "SMS");
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost");

    /**
     * The frame of a message inherits this: no script, no request to anywhere, its own styles. A frame-src of any kind
     * would keep the frame blank, as its content has no address.
     */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final CapturedMail mail;
    private final HttpServer server;
    private final ExecutorService threads;
    private final JsonMapper json = JsonMapper.shared();
    private volatile @Nullable CapturedSms sms;

    private record Answer(int status, String type, String body) {}

    private MessagesServer(CapturedMail mail, HttpServer server, ExecutorService threads) {
        this.mail = mail;
        this.server = server;
        this.threads = threads;
    }

    static MessagesServer start(CapturedMail mail, int port) {
        try {
            var server = HttpServer.create(Loopback.address(port), 100);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var pages = new MessagesServer(mail, server, threads);
            server.setExecutor(threads);
            server.createContext("/", pages::handle);
            server.start();
            return pages;
        } catch (IOException e) {
            throw new PeerFailed(
                    "The captured messages could not be shown on port %d: %s".formatted(port, e.getMessage()));
        }
    }

    void show(CapturedSms also) {
        sms = also;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            var bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!isForUs(exchange)) {
            return text(403, "not here");
        }
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (path.equals("/api/messages")) {
            return switch (method) {
                case "GET" -> api(parameter(exchange, "channel").orElse("EMAIL"));
                case "DELETE" -> {
                    mail.clear();
                    Optional.ofNullable(sms).ifPresent(CapturedSms::clear);
                    yield new Answer(204, "text/plain", "");
                }
                default -> text(405, "GET or DELETE");
            };
        }
        if (!method.equals("GET")) {
            return text(405, "GET");
        }
        if (path.equals("/")) {
            return page(MessagesPage.list(
                    mail.messages(), texts(), parameter(exchange, "q").orElse("")));
        }
        if (path.matches("/messages/[0-9]{1,9}")) {
            var number = Integer.parseInt(path.substring("/messages/".length()));
            var messages = mail.messages();
            if (number >= 1 && number <= messages.size()) {
                return page(MessagesPage.one(messages.get(number - 1)));
            }
        }
        return text(404, "nothing here");
    }

    private Answer api(String channel) {
        if (!CHANNELS.contains(channel)) {
            return text(400, "channel is EMAIL or SMS");
        }
        var messages = channel.equals("EMAIL") ? mail.messages() : texts();
        return new Answer(200, "application/json", json.writeValueAsString(messages));
    }

    private List<CapturedText> texts() {
        var server = sms;
        return server == null ? List.of() : server.messages();
    }

    /** A page of another site may find our address by a name of its own, so only our own names are answered. */
    private static boolean isForUs(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && OWN_NAMES.contains(host.replaceFirst(":[0-9]+$", ""));
    }

    private static Optional<String> parameter(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                        .findFirst();
    }

    private static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body);
    }

    private static Answer page(String html) {
        return new Answer(200, "text/html; charset=utf-8", html);
    }
}
