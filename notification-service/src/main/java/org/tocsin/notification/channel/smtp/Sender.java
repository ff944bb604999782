package org.tocsin.notification.channel.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.tocsin.notification.channel.HeaderText;

/**
 * Who our messages say they come from.
 *
 * @param domain the part of the address that names our messages and our list
 */
record Sender(InternetAddress from, InternetAddress replyTo, String domain) {

    static Sender of(String from, String replyTo) {
        var sender = parse("from", from);
        var address = sender.getAddress();
        return new Sender(sender, parse("reply-to", replyTo), address.substring(address.lastIndexOf('@') + 1));
    }

    private static InternetAddress parse(String setting, String address) {
        try {
            var parsed = new InternetAddress(HeaderText.check(setting, address), true);
            if (!parsed.getAddress().contains("@")) {
                throw new AddressException("no domain");
            }
            return parsed;
        } catch (AddressException e) {
            throw new IllegalArgumentException("tocsin.notification.smtp.%s: expected one address".formatted(setting));
        }
    }
}
