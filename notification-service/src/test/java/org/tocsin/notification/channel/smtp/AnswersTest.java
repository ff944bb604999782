package org.tocsin.notification.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SendResult.Deferred;
import org.tocsin.notification.channel.SendResult.InDoubt;
import org.tocsin.notification.channel.SendResult.Refused;
import org.tocsin.notification.channel.SendResult.Sent;

class AnswersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    # stage   | the relay says                                  | what becomes of the delivery
                    COMPLETE  | 250 2.0.0 Ok: queued as 4bTz6Q1hKz              | Sent 4bTz6Q1hKz
                    COMPLETE  | 250 OK id=1tFhXq-0001Ab-2C                      | Sent 1tFhXq-0001Ab-2C
                    COMPLETE  | 250 Ok                                          | Sent
                    COMPLETE  | 250 queued as someone@example.org               | Sent
                    RECIPIENT | 550 5.1.1 <someone@example.org>: User unknown   | Refused MAILBOX_UNKNOWN
                    RECIPIENT | 550 No such user                                | Refused MAILBOX_UNKNOWN
                    RECIPIENT | 553 5.1.3 Bad address syntax                    | Refused ADDRESS_INVALID
                    RECIPIENT | 501 Syntax error                                | Refused ADDRESS_INVALID
                    RECIPIENT | 554 5.7.1 Relay access denied                   | Refused POLICY_REJECTED
                    RECIPIENT | 552 5.2.2 Over quota                            | Deferred MAILBOX_FULL
                    RECIPIENT | 552 Mailbox full                                | Deferred MAILBOX_FULL
                    RECIPIENT | 452 4.2.2 Mailbox full                          | Deferred MAILBOX_FULL
                    RECIPIENT | 452 Insufficient storage                        | Deferred MAILBOX_FULL
                    RECIPIENT | 452 4.5.3 Too many recipients                   | Deferred RATE_LIMITED
                    RECIPIENT | 450 4.7.1 Greylisted, try again in 300 seconds  | Deferred MAILBOX_UNAVAILABLE
                    RECIPIENT | 451 4.7.28 Too much mail                        | Deferred RATE_LIMITED
                    RECIPIENT | 450 4.2.0 Mailbox busy                          | Deferred MAILBOX_UNAVAILABLE
                    RECIPIENT | 421 Closing                                     | Deferred PROVIDER_BUSY
                    SENDER    | 421 4.3.2 Shutting down                         | Deferred PROVIDER_BUSY
                    SENDER    | 451 4.7.1 Slow down                             | Deferred RATE_LIMITED
                    SENDER    | 550 5.7.1 Sender not allowed                    | Deferred SENDER_REJECTED
                    RECIPIENT | 530 5.7.0 Log in first                          | Deferred SENDER_REJECTED
                    CONTENT   | 451 4.3.0 Queue file write error                | Deferred PROVIDER_BUSY
                    COMPLETE  | 451 4.3.0 Try again                             | Deferred PROVIDER_BUSY
                    COMPLETE  | 552 5.3.4 Message too big                       | Refused TOO_LARGE
                    COMPLETE  | 554 5.7.1 Spam                                  | Refused POLICY_REJECTED
                    COMPLETE  | 554 5.6.0 Bad content                           | Refused CONTENT_REJECTED
                    SENDER    | -1                                              | Deferred CONNECTION_LOST
                    CONTENT   | -1                                              | Deferred CONNECTION_LOST
                    COMPLETE  | -1                                              | InDoubt REPLY_LOST
                    """)
    void meansForTheDelivery(Stage stage, String reply, String meaning) {
        var answer = reply.equals("-1")
                ? Answer.none(stage)
                : Answer.of(stage, Integer.parseInt(reply.substring(0, 3)), reply);
        var result = switch (Answers.resultOf(answer)) {
            case Sent(var reference) -> ("Sent " + reference).strip();
            case Refused(var reason) -> "Refused " + reason;
            case Deferred(var reason) -> "Deferred " + reason;
            case InDoubt(var reason) -> "InDoubt " + reason;
            case SendResult.Withheld() -> "Withheld";
        };
        assertThat(result).isEqualTo(meaning);
    }

    @Test
    void keepsNothingOfAReplyButCodesAndTheQueueId() {
        var answer = Answer.of(Stage.RECIPIENT, 550, "550 5.1.1 <someone@example.org>: unknown");
        assertThat(answer.toString()).doesNotContain("someone", "example");
    }
}
