package org.tocsin.notification.channel;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The ways that are set up here. */
public final class Channels {

    private final Map<ChannelType, Channel> byType = new EnumMap<>(ChannelType.class);

    public Channels(Collection<? extends Channel> channels) {
        for (var channel : channels) {
            if (byType.put(channel.type(), channel) != null) {
                throw new IllegalArgumentException("channels: two for %s (expected: one)".formatted(channel.type()));
            }
        }
    }

    public Optional<Channel> of(ChannelType type) {
        return Optional.ofNullable(byType.get(type));
    }
}
