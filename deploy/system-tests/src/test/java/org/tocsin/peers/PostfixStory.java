package org.tocsin.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.embedded.CapturedMessage;
import org.tocsin.embedded.Postfix;
import org.tocsin.local.LocalStack;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Story;

/** A fan-out through a relay as it stands in production: Postfix queues it and passes it on. */
class PostfixStory {

    private final LocalStack stack = Stage.stack();
    private final Postfix postfix = Postfix.relayingTo(stack.ports().smtp());

    @BeforeEach
    void leadThere() {
        Stage.proxies().mail().leadTo(postfix.port());
    }

    @AfterEach
    void leadBack() {
        Stage.proxies().mail().leadTo(stack.ports().smtp());
        postfix.close();
    }

    @Test
    void eachMessageOfAFanOutPassesThroughOnce() {
        stack.doors().forgetCaptured();
        var issued = Story.of(stack.doors()).toIssue();
        var accepted = Peer.acceptedMails(issued.appealId());

        Stage.eventually("the relay's queue is empty", () -> stack.mail().count() >= accepted.size());

        assertThat(accepted).hasSizeGreaterThan(250);
        assertThat(stack.mail().messages())
                .hasSameSizeAs(accepted)
                .allSatisfy(message -> assertThat(message.header("Received")).contains("(Postfix)"))
                .extracting(CapturedMessage::recipient)
                .doesNotHaveDuplicates();
    }
}
