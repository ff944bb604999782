package org.tocsin.embedded;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jspecify.annotations.Nullable;

/**
 * An SMPP 3.4 server on loopback that takes every text and delivers none: it keeps them in memory. What it answers can be
 * ordered.
 */
public final class CapturedSms implements AutoCloseable {
    private static final int BIND_PATIENCE = 5_000; // ms
    private static final int QUEUE = 20_000; // what is beyond is answered as throttled by the library
    private static final int WORKERS = 4;

    private final String systemId;
    private final String password;
    private final InstantSource clock;
    private final SmsInbox inbox = new SmsInbox();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile SmsAnswer answer = SmsAnswer.DELIVER;
    private int port;
    private @Nullable SMPPServerSessionListener listener;
    private @Nullable ExecutorService threads;

    private CapturedSms(int port, String systemId, String password, InstantSource clock) {
        this.port = Loopback.port(port);
        this.systemId = systemId;
        this.password = password;
        this.clock = clock;
    }

    /**
     * @param port where it listens; 0: a free port
     * @param systemId who may bind
     * @param password of at most 8 characters, as SMPP has it
     */
    public static CapturedSms start(int port, String systemId, String password) {
        var sms = new CapturedSms(port, systemId, password, InstantSource.system());
        sms.restart();
        return sms;
    }

    public int port() {
        return port;
    }

    /** What was taken so far, oldest first. */
    public List<CapturedText> messages() {
        return inbox.texts();
    }

    public int count() {
        return inbox.texts().size();
    }

    public void clear() {
        inbox.clear();
    }

    /** Deals with every segment like this from now on. */
    public void answer(SmsAnswer wanted) {
        answer = wanted;
    }

    /** Clients bound now. */
    public int sessions() {
        return sessions.size();
    }

    /** Cuts every connection and takes none any more; what was taken stays visible. */
    public synchronized void stop() {
        if (listener != null) {
            try {
                listener.close();
            } catch (IOException e) {
                throw new PeerFailed("The SMS server could not be stopped: " + e.getMessage());
            }
            listener = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
        List.copyOf(sessions).forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** Takes connections again, on the same port. */
    public synchronized void restart() {
        stop();
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var listening = new SMPPServerSessionListener(port, new SmppListener());
            listening.setPduProcessorDegree(WORKERS);
            listening.setQueueCapacity(QUEUE);
            listening.setMessageReceiverListener(new SmsDesk(inbox, () -> answer, workers, clock));
            listener = listening;
            threads = workers;
            Thread.ofPlatform().name("captured-sms").daemon().start(() -> acceptAll(listening, workers));
        } catch (IOException e) {
            workers.shutdownNow();
            throw new PeerFailed("The SMS server could not listen on port %d: %s".formatted(port, e.getMessage()));
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void acceptAll(SMPPServerSessionListener listening, ExecutorService workers) {
        try {
            while (true) {
                var session = listening.accept();
                workers.execute(() -> bind(session));
            }
        } catch (IOException | RejectedExecutionException _) {
            // stopped
        }
    }

    private void bind(SMPPServerSession session) {
        session.addSessionStateListener((state, _, _) -> {
            if (!state.isBound()) {
                sessions.remove(session);
            }
        });
        try {
            var request = session.waitForBind(BIND_PATIENCE);
            if (systemId.equals(request.getSystemId()) && password.equals(request.getPassword())) {
                sessions.add(session);
                request.accept("tocsin");
            } else {
                request.reject(SmsDesk.BIND_FAILED);
            }
        } catch (IOException | TimeoutException | IllegalStateException | org.jsmpp.PDUStringException _) {
            session.close();
        }
    }
}
