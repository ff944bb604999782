package org.tocsin.notification.delivery;

import org.tocsin.notification.channel.Channel;

/** Lets the tests of other packages have what is due sent. */
public class Senders {

    private final SendDueDeliveries sending;

    Senders(SendDueDeliveries sending) {
        this.sending = sending;
    }

    public void run(Channel channel) {
        sending.run(channel);
    }
}
