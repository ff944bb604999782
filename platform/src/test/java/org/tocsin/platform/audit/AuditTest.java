package org.tocsin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.tocsin.platform.audit.AuditTrail.Outcome;
import org.tocsin.schemas.audit.AuditOutcome;
import org.tocsin.schemas.audit.AuditRecorded;

class AuditTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<SpecificRecord> left = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON.plusNanos(1));
    private final AuditTrail audit = new AuditEvents((key, event) -> left.add(event), now::get, "test-service");

    @Test
    void leavesAnEntryWithEverythingThatHasToBeAccountedFor() {
        audit.record("verifier-one", "IDENTITY_READ", "some-id", Outcome.ALLOWED);
        assertThat(left).singleElement().isInstanceOfSatisfying(AuditRecorded.class, entry -> {
            assertThat(entry.getAt()).isEqualTo(NOON);
            assertThat(entry.getService()).isEqualTo("test-service");
            assertThat(entry.getActor()).isEqualTo("verifier-one");
            assertThat(entry.getAction()).isEqualTo("IDENTITY_READ");
            assertThat(entry.getSubject()).isEqualTo("some-id");
            assertThat(entry.getOutcome()).isEqualTo(AuditOutcome.ALLOWED);
        });
    }

    @Test
    void putsARefusalOnRecordOnceAMinute() {
        var denied = new DeniedRequests(audit, now::get);
        denied.denied("analyst-one", "GET /a");
        denied.denied("analyst-one", "GET /a");
        denied.denied("analyst-one", "GET /b");
        assertThat(left).hasSize(2);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(61)));
        denied.denied("analyst-one", "GET /a");
        assertThat(left).hasSize(3);
    }

    @Test
    void refusesEvenWhenNothingCanBePutOnRecord() {
        new DeniedRequests(
                        (actor, action, subject, outcome) -> {
                            throw new DataAccessResourceFailureException("away");
                        },
                        now::get)
                .denied("analyst-one", "GET /a");
    }
}
