package org.tocsin.notification.channel.smpp;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SmsContent;

/** SMS through an operator. As many messages are under way at once as the window allows. */
final class SmppChannel implements Channel, AutoCloseable {

    /** E.164. */
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final SmppSessions sessions;
    private final Submission submission;
    private final int window;

    SmppChannel(SmppSessions sessions, Submission submission, int window) {
        this.sessions = sessions;
        this.submission = submission;
        this.window = window;
    }

    @Override
    public ChannelType type() {
        return ChannelType.SMS;
    }

    @Override
    public void send(List<OutgoingMessage> messages, BiConsumer<OutgoingMessage, SendResult> results) {
        var waiting = new ConcurrentLinkedQueue<>(messages);
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, Math.min(window, messages.size()))
                    .<Future<?>>mapToObj(lane -> lanes.submit(() -> sendAll(waiting, results)))
                    .toList();
            running.forEach(SmppChannel::join);
        }
    }

    @Override
    public void close() {
        sessions.close();
    }

    private void sendAll(Queue<OutgoingMessage> waiting, BiConsumer<OutgoingMessage, SendResult> results) {
        for (var message = waiting.poll(); message != null; message = waiting.poll()) {
            results.accept(message, attempt(message));
        }
    }

    private SendResult attempt(OutgoingMessage message) {
        if (!(message.content() instanceof SmsContent content)) {
            throw new IllegalArgumentException("content: not an SMS");
        }
        if (!NUMBER.matcher(message.address()).matches()) {
            return new SendResult.Refused(FailureReason.ADDRESS_INVALID);
        }
        return switch (sessions.open()) {
            case SmppSessions.Opened.Not(var why) -> new SendResult.Deferred(why);
            case SmppSessions.Opened.Open(var session) ->
                submission.submit(session, message, content.textFor(message.links()));
        };
    }

    private static void join(Future<?> lane) {
        try {
            lane.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while messages are under way", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message could not be dealt with", e.getCause());
        }
    }
}
