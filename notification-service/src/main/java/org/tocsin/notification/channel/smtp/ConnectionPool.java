package org.tocsin.notification.channel.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The kept connections: never more than allowed, the last used first, unused ones closed after a while. */
final class ConnectionPool implements AutoCloseable {

    private record Idle(SmtpConnection connection, Instant since) {}

    private final SmtpProperties settings;
    private final Sender sender;
    private final InstantSource clock;
    private final Semaphore permits;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "smtp-watch");
        thread.setDaemon(true);
        return thread;
    });

    ConnectionPool(SmtpProperties settings, Sender sender, InstantSource clock) {
        this.settings = settings;
        this.sender = sender;
        this.clock = clock;
        this.permits = new Semaphore(settings.connections(), true);
        watch.setRemoveOnCancelPolicy(true);
        var every = Math.max(1, settings.idle().toMillis() / 2);
        watch.scheduleWithFixedDelay(this::closeUnused, every, every, TimeUnit.MILLISECONDS);
    }

    /** A connection, open or not yet; waits for one if all are in use. */
    SmtpConnection take() {
        permits.acquireUninterruptibly();
        return next();
    }

    Optional<SmtpConnection> takeIfFree() {
        return permits.tryAcquire() ? Optional.of(next()) : Optional.empty();
    }

    void giveBack(SmtpConnection connection) {
        synchronized (idle) {
            idle.push(new Idle(connection, clock.instant()));
        }
        permits.release();
    }

    private SmtpConnection next() {
        synchronized (idle) {
            return idle.isEmpty()
                    ? new SmtpConnection(settings, sender, watch)
                    : idle.pop().connection();
        }
    }

    private void closeUnused() {
        takeIdle(settings.idle()).forEach(unused -> Thread.ofPlatform().daemon().start(unused::close));
    }

    private ArrayList<SmtpConnection> takeIdle(Duration atLeast) {
        var latest = clock.instant().minus(atLeast);
        var taken = new ArrayList<SmtpConnection>();
        synchronized (idle) {
            while (!idle.isEmpty() && !idle.peekLast().since().isAfter(latest)) {
                taken.add(idle.pollLast().connection());
            }
        }
        return taken;
    }

    @Override
    public void close() {
        watch.shutdown();
        takeIdle(Duration.ZERO).forEach(SmtpConnection::close);
    }
}
