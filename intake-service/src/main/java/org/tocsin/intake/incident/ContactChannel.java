package org.tocsin.intake.incident;

import java.util.Optional;
import java.util.regex.Pattern;

/** A way to reach the person who told us, and what an address of that way looks like. */
enum ContactChannel {
    EMAIL("expected an e-mail address", Shapes.MAIL_BOX),
    PHONE(Shapes.NUMBER_EXPECTED, Shapes.NUMBER),
    SIGNAL(
            "expected a phone number with its country code, or a Signal user name such as name.01",
            Shapes.NUMBER_OR_USER),
    WHATSAPP(Shapes.NUMBER_EXPECTED, Shapes.NUMBER),
    OTHER("required", Shapes.ANYTHING);

    static final int LONGEST_ADDRESS = 254;

    private final String expected;
    private final Pattern shape;

    ContactChannel(String expected, Pattern shape) {
        this.expected = expected;
        this.shape = shape;
    }

    String expected() {
        return expected;
    }

    /** The address as it is stored, if it is one. */
    Optional<String> address(String line) {
        var address = this == EMAIL || this == OTHER ? line : asNumber(line);
        return shape.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    /** E.164 of a number as people write it, in whatever digits; anything else unchanged. */
    private static String asNumber(String line) {
        if (!Shapes.DIALLED.matcher(line).matches()) {
            return line;
        }
        var number = new StringBuilder("+");
        line.substring(line.startsWith("00") ? 2 : 1)
                .codePoints()
                .filter(Character::isDigit)
                .forEach(digit -> number.append(Character.digit(digit, 10)));
        return number.toString();
    }

    private static final class Shapes {
        static final String NUMBER_EXPECTED = "expected a phone number with its country code, such as +243...";
        static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
        static final Pattern NUMBER_OR_USER =
                Pattern.compile("\\+[1-9][0-9]{6,14}|[A-Za-z_][A-Za-z0-9_]{2,31}\\.[0-9]{2,9}");
        static final Pattern DIALLED = Pattern.compile("(\\+|00)[\\p{Nd} ().\\-/]+");
        static final Pattern MAIL_BOX = Pattern.compile(
                "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s@\"(),:;<>\\[\\]\\\\.]+(\\.[^\\s@\"(),:;<>\\[\\]\\\\.]+)+");
        static final Pattern ANYTHING = Pattern.compile(".+");
    }
}
