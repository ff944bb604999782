package org.tocsin.notification.channel.smtp;

import static org.tocsin.notification.channel.FailureReason.ADDRESS_INVALID;
import static org.tocsin.notification.channel.FailureReason.CONNECTION_LOST;
import static org.tocsin.notification.channel.FailureReason.CONTENT_REJECTED;
import static org.tocsin.notification.channel.FailureReason.MAILBOX_FULL;
import static org.tocsin.notification.channel.FailureReason.MAILBOX_UNAVAILABLE;
import static org.tocsin.notification.channel.FailureReason.MAILBOX_UNKNOWN;
import static org.tocsin.notification.channel.FailureReason.POLICY_REJECTED;
import static org.tocsin.notification.channel.FailureReason.PROVIDER_BUSY;
import static org.tocsin.notification.channel.FailureReason.RATE_LIMITED;
import static org.tocsin.notification.channel.FailureReason.REPLY_LOST;
import static org.tocsin.notification.channel.FailureReason.SENDER_REJECTED;
import static org.tocsin.notification.channel.FailureReason.TOO_LARGE;

import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SendResult.Deferred;
import org.tocsin.notification.channel.SendResult.InDoubt;
import org.tocsin.notification.channel.SendResult.Refused;
import org.tocsin.notification.channel.SendResult.Sent;

/** What a relay's answer means for the delivery (RFC 5321 replies, RFC 3463 enhanced codes). */
final class Answers {

    private Answers() {}

    static SendResult resultOf(Answer answer) {
        if (answer.code() == Answer.NONE) {
            return answer.stage() == Stage.COMPLETE ? new InDoubt(REPLY_LOST) : new Deferred(CONNECTION_LOST);
        }
        return switch (answer.code() / 100) {
            case 2 -> new Sent(answer.reference());
            case 5 -> permanent(answer);
            default -> new Deferred(temporary(answer));
        };
    }

    private static SendResult permanent(Answer answer) {
        if (answer.stage() == Stage.SENDER || answer.code() == 530 || answer.code() == 535) {
            return new Deferred(SENDER_REJECTED); // ours to mend, and then the message can go
        }
        if (isFull(answer)) {
            return new Deferred(MAILBOX_FULL); // mailboxes are emptied, whatever the digit says
        }
        return new Refused(refusal(answer));
    }

    private static FailureReason refusal(Answer answer) {
        if (answer.detail().equals("3.4") || answer.code() == 552 && answer.stage() != Stage.RECIPIENT) {
            return TOO_LARGE;
        }
        if (answer.detail().startsWith("7.")) {
            return POLICY_REJECTED;
        }
        if (answer.stage() == Stage.RECIPIENT) {
            return answer.detail().equals("1.3") || answer.code() == 501 ? ADDRESS_INVALID : MAILBOX_UNKNOWN;
        }
        return CONTENT_REJECTED;
    }

    private static FailureReason temporary(Answer answer) {
        if (isFull(answer)) {
            return MAILBOX_FULL;
        }
        return switch (answer.stage()) {
            case RECIPIENT -> {
                if (answer.endsConnection()) {
                    yield PROVIDER_BUSY;
                }
                // 4.7.0 and 4.7.1 are how greylisting answers; the others of this kind count our messages.
                var counting = answer.detail().startsWith("7.")
                        && !answer.detail().equals("7.0")
                        && !answer.detail().equals("7.1");
                yield counting || answer.detail().equals("5.3") ? RATE_LIMITED : MAILBOX_UNAVAILABLE;
            }
            case SENDER, CONTENT, COMPLETE -> answer.detail().startsWith("7.") ? RATE_LIMITED : PROVIDER_BUSY;
        };
    }

    private static boolean isFull(Answer answer) {
        return answer.detail().equals("2.2")
                || answer.stage() == Stage.RECIPIENT
                        && answer.enhanced().isEmpty()
                        && (answer.code() == 452 || answer.code() == 552);
    }
}
