package org.tocsin.notification.member;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.notification.channel.ChannelType;

/**
 * Where a contact is reached: an e-mail address, or a telephone number in E.164. Personal data, so it prints as its
 * channel.
 */
public record Address(ChannelType channel, String value) {

    /** Deliberately narrower than RFC 5322: no quoted parts, no comments, nothing that could end a header. */
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?");

    private static final int LONGEST_EMAIL = 254;

    /** Reads what a person wrote; empty if it cannot be written to. */
    public static Optional<Address> of(ChannelType channel, String written) {
        var value = written.strip();
        return switch (channel) {
            case EMAIL -> email(value);
            case SMS -> phone(value);
        };
    }

    private static Optional<Address> email(String value) {
        if (value.length() > LONGEST_EMAIL || !EMAIL.matcher(value).matches()) {
            return Optional.empty();
        }
        var at = value.lastIndexOf('@');
        return Optional.of(new Address(
                ChannelType.EMAIL, value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT)));
    }

    /** International form only: a number without its country would be read as somebody else's. */
    private static Optional<Address> phone(String value) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(value, null);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(new Address(ChannelType.SMS, numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Address[" + channel + "]";
    }
}
