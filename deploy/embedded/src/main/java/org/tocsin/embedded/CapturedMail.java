package org.tocsin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on loopback that accepts every message and delivers none: it keeps them in memory and shows them on a
 * page and as JSON. Its faults can be ordered: a time of refusing, a server that is not there.
 */
public final class CapturedMail implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 200;
    private static final int LARGEST_MESSAGE = 20 * 1024 * 1024;

    private final InstantSource clock;
    private final List<Taken> taken = new ArrayList<>();
    private final MessagesServer pages;
    private int smtpPort;
    private volatile Instant refusesUntil = Instant.MIN;
    private @Nullable SMTPServer smtp;

    private record Taken(String recipient, byte[] bytes, Instant at) {}

    private CapturedMail(int smtpPort, int httpPort, InstantSource clock) {
        this.smtpPort = smtpPort;
        this.clock = clock;
        this.pages = MessagesServer.start(this, httpPort);
    }

    /** On free ports. */
    public static CapturedMail start() {
        return start(0, 0);
    }

    /**
     * @param smtpPort where it takes mail; 0: a free port
     * @param httpPort where it shows what it took; 0: a free port
     */
    public static CapturedMail start(int smtpPort, int httpPort) {
        var mail = new CapturedMail(smtpPort, httpPort, InstantSource.system());
        try {
            mail.restart();
            return mail;
        } catch (RuntimeException e) {
            mail.close();
            throw e;
        }
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** The page and the API show these too from now on. */
    public void showAlso(CapturedSms sms) {
        pages.show(sms);
    }

    public int httpPort() {
        return pages.port();
    }

    /** What was taken so far, oldest first. */
    public List<CapturedMessage> messages() {
        return copy().stream()
                .map(one -> CapturedMessage.read(one.recipient(), one.bytes(), one.at()))
                .toList();
    }

    public int count() {
        synchronized (taken) {
            return taken.size();
        }
    }

    public void clear() {
        synchronized (taken) {
            taken.clear();
        }
    }

    /** Answers every message with 451 "try again later" from now on for so long; {@link Duration#ZERO} ends it. */
    public void refuseFor(Duration time) {
        refusesUntil = clock.instant().plus(time);
    }

    /** Takes no connections any more; what was taken stays visible. */
    public synchronized void stop() {
        if (smtp != null) {
            smtp.stop();
            smtp = null;
        }
    }

    /** Takes connections again, on the same port. */
    public synchronized void restart() {
        stop();
        var server = SMTPServer.port(smtpPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Tocsin captured mail")
                .messageHandlerFactory(context -> new Handler())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .maxConnections(MOST_CONNECTIONS)
                .maxMessageSize(LARGEST_MESSAGE)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new PeerFailed("The mail server could not listen on port %d: %s".formatted(smtpPort, e.getMessage()));
        }
        smtpPort = server.getPortAllocated();
        smtp = server;
    }

    @Override
    public void close() {
        stop();
        pages.close();
    }

    private List<Taken> copy() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    private final class Handler implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String sender) throws RejectException {
            recipients.clear();
            if (clock.instant().isBefore(refusesUntil)) {
                throw new RejectException(451, "4.3.2 try again later");
            }
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            var bytes = data.readAllBytes();
            var now = clock.instant();
            synchronized (taken) {
                recipients.forEach(recipient -> taken.add(new Taken(recipient, bytes, now)));
            }
            return null;
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
