package org.tocsin.notification.channel.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.platform.settings.WrongSettings;

/**
 * The one connection to the operator, for both directions. It is kept even while nothing is sent, since receipts come by
 * it, and opened again after it broke.
 */
final class SmppSessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppSessions.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int RECEIPT_QUEUE = 20_000; // the library drops what is beyond its default of 100
    private static final int RECEIPT_THREADS = 4;

    private final SmppProperties settings;
    private final MessageReceiverListener listener;
    private final String password;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("smpp-keeper").daemon().factory());
    private @Nullable SMPPSession session;
    private FailureReason lastFailure = FailureReason.PROVIDER_UNREACHABLE;
    private long nextTry = System.nanoTime();
    private boolean closed;

    /** A connection that stands, or why there is none now. */
    sealed interface Opened {
        record Open(SMPPSession session) implements Opened {}

        record Not(FailureReason why) implements Opened {}
    }

    SmppSessions(SmppProperties settings, MessageReceiverListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.password = read(settings);
        keeper.scheduleWithFixedDelay(this::open, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized Opened open() {
        var current = session;
        if (current != null && current.getSessionState().isBound()) {
            return new Opened.Open(current);
        }
        if (closed || System.nanoTime() < nextTry) {
            return new Opened.Not(lastFailure);
        }
        try {
            var bound = bind();
            session = bound;
            return new Opened.Open(bound);
        } catch (IOException | RuntimeException e) {
            lastFailure = e.getCause() instanceof NegativeResponseException refused
                    ? SmppAnswers.bindRefusal(refused.getCommandStatus())
                    : FailureReason.PROVIDER_UNREACHABLE;
            nextTry = System.nanoTime() + PAUSE.toNanos();
            LOG.warn("no connection to the SMS operator: {}", lastFailure);
            return new Opened.Not(lastFailure);
        }
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        synchronized (this) {
            closed = true;
            if (session != null) {
                session.unbindAndClose();
            }
        }
    }

    private SMPPSession bind() throws IOException {
        var fresh = new SMPPSession(this::connect);
        fresh.setPduProcessorDegree(RECEIPT_THREADS);
        fresh.setQueueCapacity(RECEIPT_QUEUE);
        fresh.setTransactionTimer(settings.replyTimeout().toMillis());
        fresh.setEnquireLinkTimer((int) settings.enquire().toMillis());
        fresh.setMessageReceiverListener(listener);
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            password,
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    settings.connectTimeout().toMillis());
            return fresh;
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    /** Without Nagle's delay: it holds back every second small message by 40 ms. */
    private Connection connect(String host, int port) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), (int)
                settings.connectTimeout().toMillis());
        return new SocketConnection(socket);
    }

    private static String read(SmppProperties settings) {
        try {
            return Files.readString(settings.passwordFile()).strip();
        } catch (IOException e) {
            throw new WrongSettings("tocsin.notification.smpp.password-file cannot be read");
        }
    }
}
