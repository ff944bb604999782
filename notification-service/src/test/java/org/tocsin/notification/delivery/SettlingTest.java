package org.tocsin.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

class SettlingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SettleDeliveries settle = mock();
    private final FanOutId fanOut = new FanOutId(UUID.randomUUID(), 4);
    private final Claim claim = new Claim(UUID.randomUUID(), List.of());

    @Test
    void writesFullBatchesAtOnceAndTheRestAtTheEnd() {
        try (var settling = new Settling(settle, fanOut, claim, 32)) {
            IntStream.range(0, 70).forEach(i -> settling.add(answer()));
            verify(settle, times(2)).handle(any(), any(), argThat(batch -> batch.size() == 32));
        }
        verify(settle).handle(any(), any(), argThat(batch -> batch.size() == 6));
    }

    @Test
    void keepsWhatTheDatabaseDoesNotTakeUntilItDoes() {
        doThrow(new DataAccessResourceFailureException("away"))
                .doThrow(new DataAccessResourceFailureException("away"))
                .doNothing()
                .when(settle)
                .handle(any(), any(), any());
        try (var settling = new Settling(settle, fanOut, claim, 32)) {
            settling.add(answer());
            settling.flush();
            settling.add(answer());
        }
        verify(settle, times(2)).handle(any(), any(), argThat(batch -> batch.size() == 2));
    }

    @Test
    void whoFillsABatchWaitsWhileAnotherIsWritten() throws Exception {
        var written = new CountDownLatch(1);
        doAnswer(call -> {
                    written.await();
                    return null;
                })
                .when(settle)
                .handle(any(), any(), any());
        try (var settling = new Settling(settle, fanOut, claim, 1)) {
            var senders = Stream.generate(() -> Thread.ofPlatform().start(() -> settling.add(answer())))
                    .limit(3)
                    .toList();
            await().until(() -> senders.stream().allMatch(sender -> sender.getState() == Thread.State.WAITING));
            verify(settle).handle(any(), any(), any());
            written.countDown();
            for (var sender : senders) {
                sender.join();
            }
        }
        verify(settle, times(3)).handle(any(), any(), argThat(batch -> batch.size() == 1));
    }

    private static Delivery answer() {
        return new Delivery(
                UUID.randomUUID(),
                "M00001",
                UUID.randomUUID(),
                ChannelType.EMAIL,
                Language.FR,
                ContentClass.FULL,
                "PUBLIC_FULL",
                DeliveryStatus.ACCEPTED,
                null,
                null,
                1,
                false,
                null,
                NOON,
                null,
                NOON);
    }
}
