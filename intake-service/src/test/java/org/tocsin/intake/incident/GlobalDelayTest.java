package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.incident.IncidentExamples.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GlobalDelayTest {

    private Instant now = NOON;
    private final GlobalDelay delay = new GlobalDelay(Duration.ofMillis(100), 3, Duration.ofMillis(200), () -> now);

    @Test
    void letsABurstGoAtOnceAndQueuesTheRest() {
        assertThat(delay.next()).contains(Duration.ZERO);
        assertThat(delay.next()).contains(Duration.ZERO);
        assertThat(delay.next()).contains(Duration.ZERO);
        assertThat(delay.next()).contains(Duration.ofMillis(100));
        assertThat(delay.next()).contains(Duration.ofMillis(200));
    }

    @Test
    void sendsAwayWhoWouldWaitTooLongWithoutLengtheningTheQueue() {
        for (int i = 0; i < 5; i++) {
            delay.next();
        }

        assertThat(delay.next()).isEmpty();
        assertThat(delay.next()).isEmpty();
        now = now.plusMillis(100);
        assertThat(delay.next()).contains(Duration.ofMillis(200));
    }

    @Test
    void forgetsAFloodOnceItIsOver() {
        for (int i = 0; i < 5; i++) {
            delay.next();
        }
        now = now.plusSeconds(60);

        letsABurstGoAtOnceAndQueuesTheRest();
    }
}
