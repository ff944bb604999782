package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Channels;
import org.tocsin.platform.observability.Places;

/** One sender a channel, so that a slow one holds up no other. Each looks when signalled, and once a second. */
@Component
class SendLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendLoop.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Channels channels;
    private final SendDueDeliveries sending;
    private final SettleDoubts doubts;
    private final DueSignal due;
    private volatile boolean running;
    private List<Thread> senders = List.of();

    SendLoop(Channels channels, SendDueDeliveries sending, SettleDoubts doubts, DueSignal due) {
        this.channels = channels;
        this.sending = sending;
        this.doubts = doubts;
        this.due = due;
    }

    @Override
    public void start() {
        running = true;
        senders = Stream.of(ChannelType.values())
                .flatMap(type -> channels.of(type).stream())
                .map(channel ->
                        Thread.ofPlatform().name("send-" + channel.type()).start(() -> loop(channel)))
                .toList();
    }

    private void loop(Channel channel) {
        try {
            while (running) {
                look(channel);
                due.await(channel.type(), TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure of ours must not end the sender; its text may hold content, so only its kind is logged. */
    private void look(Channel channel) {
        try {
            doubts.run();
            sending.run(channel);
        } catch (RuntimeException e) {
            LOG.error("sending by {} failed: {}", channel.type(), Places.of(e));
        }
    }

    /** Lets a claim at work end; what it does not finish in time is in doubt, and another sender's after the lease. */
    @Override
    public void stop() {
        running = false;
        due.now();
        for (var sender : senders) {
            try {
                sender.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
