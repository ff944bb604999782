package org.tocsin.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.platform.TestService;
import org.tocsin.schemas.incident.IncidentClaimed;

@ExtendWith(OutputCaptureExtension.class)
class PeersAwayTest {

    private static final String NOBODY = "127.0.0.1:1";
    /** A busy machine's; by the binder's own defaults it takes longer. */
    private static final Duration START = Duration.ofSeconds(60);

    @Test
    void aServiceStartsAndKeepsEventsWithKafkaAndRegistryAway(CapturedOutput log) {
        var begun = System.nanoTime();
        try (var service = TestService.start(NOBODY, "http://" + NOBODY, Map.of())) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(START);
            var outbox = service.getBean(Outbox.class);
            var key = UUID.randomUUID();
            new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> outbox.add(
                            key,
                            IncidentClaimed.newBuilder()
                                    .setIncidentId(key)
                                    .setVersion(1)
                                    .setClaimedAt(Instant.EPOCH)
                                    .setClaimedBy("verifier-one")
                                    .build()));
            var table = service.getBean(OutboxTable.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> log.getAll().contains("events wait in the outbox"));
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(30)).until(() -> table.depth() == 1);
            assertThat(log.getAll().split("events wait in the outbox", -1)).hasSize(2);
        }
    }
}
