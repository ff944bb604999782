package org.tocsin.notification.channel.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** Which addresses can be written to: one plain mailbox, nothing that a relay or a header could read otherwise. */
final class MailAddress {

    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E&&[^<>()\\[\\]:;,\\\\\"]]+");

    private MailAddress() {}

    static boolean isValid(String address) {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return address.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }
}
