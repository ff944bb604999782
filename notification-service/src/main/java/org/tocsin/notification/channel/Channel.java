package org.tocsin.notification.channel;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** A way to reach people. One implementation, in one package of its own, for each way. */
public interface Channel {

    ChannelType type();

    /**
     * Tries each message once, as many at a time as the provider allows, and hands over each result as soon as it is
     * known, from several threads at once. Returns when all are handed over. Never throws for what the far side does; a
     * thrown exception is a bug of ours.
     *
     * @param mayGoOn asked before each message; from its first no on, whatever was not tried is withheld
     */
    void send(List<OutgoingMessage> messages, BooleanSupplier mayGoOn, BiConsumer<OutgoingMessage, SendResult> results);

    /** The same, and nothing can stop it. */
    default void send(List<OutgoingMessage> messages, BiConsumer<OutgoingMessage, SendResult> results) {
        send(messages, () -> true, results);
    }
}
