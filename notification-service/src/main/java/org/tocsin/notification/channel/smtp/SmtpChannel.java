package org.tocsin.notification.channel.smtp;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;

/**
 * E-mail through a relay. Messages of a batch are taken from one queue by as many connections as the relay accepts; one
 * that cannot be opened costs nothing as long as another can. The lanes are platform threads: opening a connection looks
 * classes up in the service's jar, which holds a virtual thread's carrier while it waits for a lock; with two processors
 * that stopped all of them for good.
 */
final class SmtpChannel implements Channel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SmtpChannel.class);

    private final Sender sender;
    private final ConnectionPool connections;
    private final int lanes;
    private final Map<MailContent, PreparedMail> prepared = Collections.synchronizedMap(new WeakHashMap<>());

    SmtpChannel(Sender sender, ConnectionPool connections, int lanes) {
        this.sender = sender;
        this.connections = connections;
        this.lanes = lanes;
    }

    @Override
    public ChannelType type() {
        return ChannelType.EMAIL;
    }

    @Override
    public void send(List<OutgoingMessage> messages, BiConsumer<OutgoingMessage, SendResult> results) {
        var fanOut = new FanOut(new ConcurrentLinkedQueue<>(messages), results, new CountDownLatch(messages.size()));
        fanOut.start(Math.min(lanes, messages.size()));
        fanOut.await();
    }

    @Override
    public void close() {
        connections.close();
    }

    private SendResult attempt(SmtpConnection connection, OutgoingMessage message) {
        if (!MailAddress.isValid(message.address())) {
            return new SendResult.Refused(FailureReason.ADDRESS_INVALID);
        }
        if (!(message.content() instanceof MailContent mail)) {
            throw new IllegalArgumentException("content: not a mail");
        }
        var content = prepared.computeIfAbsent(mail, shared -> new PreparedMail(sender, shared));
        return Answers.resultOf(connection.handOver(message.address(), content.fill(message)));
    }

    /** One call of {@link #send}: over when every message has its result, even if a connection is still being opened. */
    private final class FanOut {

        private final Queue<OutgoingMessage> waiting;
        private final BiConsumer<OutgoingMessage, SendResult> results;
        private final CountDownLatch unsettled;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();
        private volatile FailureReason whyNoConnection = FailureReason.PROVIDER_UNREACHABLE;

        FanOut(
                Queue<OutgoingMessage> waiting,
                BiConsumer<OutgoingMessage, SendResult> results,
                CountDownLatch unsettled) {
            this.waiting = waiting;
            this.results = results;
            this.unsettled = unsettled;
        }

        void start(int wanted) {
            if (wanted == 0) {
                return;
            }
            running.set(1);
            for (var i = 1; i < wanted; i++) {
                connections.takeIfFree().ifPresent(connection -> {
                    running.incrementAndGet();
                    Thread.ofPlatform().daemon().name("smtp").start(() -> run(connection));
                });
            }
            var first = connections.take();
            Thread.ofPlatform().daemon().name("smtp").start(() -> run(first));
        }

        void await() {
            try {
                unsettled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while messages are under way", e);
            }
            switch (bug.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }

        private void run(SmtpConnection connection) {
            try {
                sendWhileOpen(connection);
            } finally {
                connections.giveBack(connection);
                if (running.decrementAndGet() == 0) {
                    giveUp();
                }
            }
        }

        private void sendWhileOpen(SmtpConnection connection) {
            while (!waiting.isEmpty()) {
                var failure = connection.open();
                if (failure.isPresent()) {
                    whyNoConnection = failure.get();
                    return;
                }
                var message = waiting.poll();
                if (message != null) {
                    settle(message, () -> attempt(connection, message));
                }
            }
        }

        /** No connection is left: what still waits was not tried. */
        private void giveUp() {
            var left = 0;
            for (var message = waiting.poll(); message != null; message = waiting.poll()) {
                var unsent = message;
                settle(unsent, () -> new SendResult.Deferred(whyNoConnection));
                left++;
            }
            if (left > 0) {
                log.warn("No connection to the mail relay ({}): {} messages wait", whyNoConnection, left);
            }
        }

        private void settle(OutgoingMessage message, Supplier<SendResult> attempt) {
            try {
                results.accept(message, attempt.get());
            } catch (RuntimeException | Error e) {
                bug.compareAndSet(null, e);
            } finally {
                unsettled.countDown();
            }
        }
    }
}
