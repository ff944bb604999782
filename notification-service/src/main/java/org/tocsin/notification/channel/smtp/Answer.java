package org.tocsin.notification.channel.smtp;

import java.util.regex.Pattern;

/**
 * What the relay said.
 *
 * @param code three digits; {@link #NONE} if the connection broke before an answer
 * @param enhanced such as {@code 5.1.1}; empty if it gave none
 * @param reference its own name for an accepted message; empty if it gave none
 */
record Answer(Stage stage, int code, String enhanced, String reference) {

    static final int NONE = -1;
    private static final int CLOSING = 421;

    private static final Pattern ENHANCED = Pattern.compile("^[245][0-9]{2}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?:queued as|queued:|\\bid[= ]) ?([A-Za-z0-9._-]{1,100})(?![A-Za-z0-9._@-])");

    /** Takes only codes and a queue id out of a reply: the rest may quote the address. */
    static Answer of(Stage stage, int code, String reply) {
        var enhanced = ENHANCED.matcher(reply);
        var reference = REFERENCE.matcher(reply);
        return new Answer(
                stage, code, enhanced.find() ? enhanced.group(1) : "", reference.find() ? reference.group(1) : "");
    }

    static Answer none(Stage stage) {
        return new Answer(stage, NONE, "", "");
    }

    boolean accepts() {
        return code / 100 == 2;
    }

    /** Whether this connection can take no more. */
    boolean endsConnection() {
        return code == NONE || code == CLOSING;
    }

    /** Such as {@code 1.1} of {@code 5.1.1}. */
    String detail() {
        return enhanced.isEmpty() ? "" : enhanced.substring(2);
    }
}
