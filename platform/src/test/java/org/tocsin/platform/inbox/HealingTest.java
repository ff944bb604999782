package org.tocsin.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/** What is tried again and what is put aside. */
class HealingTest {

    @Test
    void aFinishedRecordWhoseOffsetTheBrokerDoesNotTakeIsNotPutAside() {
        assertThat(Healing.mayHeal(failed(new TimeoutException("60 s passed")))).isTrue();
        assertThat(Healing.mayHeal(failed(new CommitFailedException()))).isTrue();
    }

    @Test
    void aBugOfAHandlerIsNotTriedForEver() {
        assertThat(Healing.mayHeal(failed(new IllegalStateException()))).isFalse();
    }

    private static Exception failed(Exception cause) {
        return new ListenerExecutionFailedException("failed", cause);
    }
}
