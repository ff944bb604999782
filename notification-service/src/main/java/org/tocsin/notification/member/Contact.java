package org.tocsin.notification.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;

/**
 * One way to reach a member.
 *
 * @param atNight whether an SMS about a life at risk may wake it
 * @param pausedAt since when it gets nothing but appeals about a life at risk
 */
public record Contact(
        UUID id, Address address, boolean atNight, @Nullable Instant pausedAt) {

    public Contact {
        atNight = wakes(address, atNight);
    }

    public ChannelType channel() {
        return address.channel();
    }

    public boolean paused() {
        return pausedAt != null;
    }

    Contact pausedAt(@Nullable Instant since) {
        return new Contact(id, address, atNight, since);
    }

    /** A corrected address is the same contact, so what waits for it goes to the new address. */
    Contact changedTo(WantedContact wanted) {
        return new Contact(id, wanted.address(), wanted.atNight(), pausedAt);
    }

    /** What a contact should be. */
    record WantedContact(Address address, boolean atNight) {

        WantedContact {
            atNight = wakes(address, atNight);
        }
    }

    /** An e-mail wakes nobody, so it has no night. */
    private static boolean wakes(Address address, boolean wished) {
        return wished && address.channel() == ChannelType.SMS;
    }
}
