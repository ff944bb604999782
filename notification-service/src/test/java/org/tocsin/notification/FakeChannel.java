package org.tocsin.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;

/** Messages that go nowhere; keeps what it was given and answers as the test says. */
public final class FakeChannel implements Channel {

    private final ChannelType type;
    private final Queue<OutgoingMessage> sent = new ConcurrentLinkedQueue<>();
    private volatile Function<OutgoingMessage, SendResult> answer = message -> new SendResult.Sent("");

    public FakeChannel(ChannelType type) {
        this.type = type;
    }

    @Override
    public ChannelType type() {
        return type;
    }

    @Override
    public void send(List<OutgoingMessage> messages, BiConsumer<OutgoingMessage, SendResult> results) {
        messages.forEach(message -> {
            sent.add(message);
            results.accept(message, answer.apply(message));
        });
    }

    public void answers(Function<OutgoingMessage, SendResult> with) {
        answer = with;
    }

    public List<OutgoingMessage> sent() {
        return new ArrayList<>(sent);
    }

    void reset() {
        sent.clear();
        answer = message -> new SendResult.Sent("");
    }
}
