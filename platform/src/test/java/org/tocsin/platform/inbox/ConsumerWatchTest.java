package org.tocsin.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;

class ConsumerWatchTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NORMAL")
    void aConsumerThatDiedTakesTheServiceWithIt(Reason reason) throws InterruptedException {
        try (var context = new GenericApplicationContext()) {
            context.registerBean(ApplicationAvailabilityBean.class);
            context.refresh();
            var exited = new CountDownLatch(1);
            new ConsumerWatch(context, exited::countDown).on(new ConsumerStoppedEvent(this, this, reason));
            assertThat(exited.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(context.getBean(ApplicationAvailabilityBean.class).getReadinessState())
                    .isEqualTo(ReadinessState.REFUSING_TRAFFIC);
        }
    }

    @Test
    void aConsumerThatWasStoppedDoesNot() throws InterruptedException {
        try (var context = new GenericApplicationContext()) {
            context.refresh();
            var exited = new CountDownLatch(1);
            new ConsumerWatch(context, exited::countDown).on(new ConsumerStoppedEvent(this, this, Reason.NORMAL));
            assertThat(exited.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
