package org.tocsin.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.LocalStack;

/** Kafka is away; nobody notices at the front door, and nothing is lost. */
class BrokerDownStory {

    private final LocalStack stack = Stage.stack();

    @Test
    void intakeAcceptsAndVerifiesWithTheBrokerStoppedAndTheAppealGoesOutAfterItReturns() {
        var story = Story.of(stack.doors());
        stack.kafka().stop();
        String incidentId;
        try {
            var accepted = stack.doors().submit("partner-one", UUID.randomUUID().toString(), story.report());
            assertThat(accepted.status()).isEqualTo(202);
            incidentId = accepted.body().path("incidentId").asString();
            story.claimAndVerify(incidentId);
        } finally {
            stack.kafka().restart();
        }

        var appealId = story.drafted(incidentId).path("appealId").asString();
        story.issued(appealId);

        eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", appealId),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0
                        && body.path("classes").path("HANDED_OVER").asInt() > 250);
    }
}
