package org.tocsin.notification.member;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.HeaderText;

/** The rules of a member's fields and their wording, the same for a form and for a file. */
final class MemberRules {

    static final String MEMBER_ID = "M and five digits";
    static final String ORGANISATION = "1 to 200 characters, none of them invisible";
    static final String COUNTRY = "an ISO 3166-1 alpha-3 code";
    static final String LANGUAGES = "at least one of fr, en, es, ar, ru, pt";
    static final String CHANNELS = "at least one of EMAIL, SMS";
    static final String DISTINCT = "each address once";
    static final String AT_NIGHT = "yes or no, once or for each telephone";
    static final String FEW = "no more than %d addresses and telephones".formatted(ContactForm.MOST);
    static final String DATE = "a date such as 2026-11-24";
    static final String LAST_DAY = "a day not before the first day of membership";
    static final String VALID_TO = "a day not before valid_from";

    static final String ID_PATTERN = "M\\d{5}";

    private static final Pattern ID = Pattern.compile(ID_PATTERN);
    private static final int LONGEST_ORGANISATION = 200;

    private MemberRules() {}

    static boolean isMemberId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isOrganisation(String text) {
        return !text.isBlank() && text.length() <= LONGEST_ORGANISATION && HeaderText.isSafe(text);
    }

    static String address(ChannelType channel) {
        return switch (channel) {
            case EMAIL -> "an e-mail address";
            case SMS -> "a telephone number in international form, such as +33123456789";
        };
    }

    static String oneOf(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
    }
}
