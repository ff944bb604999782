package org.tocsin.notification.channel;

/**
 * What the far side tells later of a message it took.
 *
 * @param reference its own name for the message, as it gave it when it took it
 */
public record Receipt(ChannelType channel, String reference, Outcome outcome) {

    public enum Outcome {
        DELIVERED,
        /** Never to be delivered: the number is gone, or the telephone was off for too long. */
        BOUNCED,
        /** The far side does not know either. */
        UNKNOWN
    }
}
