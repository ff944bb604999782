package org.tocsin.notification.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * One message to one recipient.
 *
 * @param deliveryId the delivery row; the identity of the message on the wire is derived from it, so a resend has the same
 * @param address where to
 * @param date what the message says when it was written; the same on a resend
 * @param content shared with the other recipients of this language and content class
 */
public record OutgoingMessage(UUID deliveryId, String address, Instant date, Content content, RecipientLinks links) {
    @Override
    public String toString() {
        return "OutgoingMessage[" + deliveryId + "]";
    }
}
