package org.tocsin.notification.channel;

/** A way to reach a member. */
public enum ChannelType {
    EMAIL,
    SMS
}
