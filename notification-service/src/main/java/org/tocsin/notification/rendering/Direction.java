package org.tocsin.notification.rendering;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tocsin.notification.channel.MailContent;

/** Which way a text is read. Plain text cannot say it, so readers guess by the first letter of each line. */
final class Direction {

    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private Direction() {}

    /** Whether a part holds letters or digits that would be reordered inside a text of this direction. */
    static boolean differs(String part, boolean rightToLeft) {
        return part.codePoints().anyMatch(c -> rightToLeft ? isLeftToRight(c) : isRightToLeft(c));
    }

    /** Makes each line of a right-to-left message be read from the right; links stand alone and keep their own way. */
    static String mark(String text, boolean rightToLeft) {
        return rightToLeft ? text.lines().map(Direction::markLine).collect(Collectors.joining("\n", "", "\n")) : text;
    }

    private static String markLine(String line) {
        Predicate<String> isLink =
                l -> l.toLowerCase(Locale.ROOT).startsWith("http") || l.startsWith(MailContent.PAGE_LINK);
        if (line.codePoints().noneMatch(Character::isLetterOrDigit) || isLink.test(line) || startsRightToLeft(line)) {
            return line;
        }
        return RIGHT_TO_LEFT_MARK + line;
    }

    private static boolean startsRightToLeft(String line) {
        return line.codePoints()
                .filter(c -> isLeftToRight(c) && !Character.isDigit(c) || isRightToLeft(c))
                .limit(1)
                .anyMatch(Direction::isRightToLeft);
    }

    private static boolean isRightToLeft(int c) {
        var direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isLeftToRight(int c) {
        return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
