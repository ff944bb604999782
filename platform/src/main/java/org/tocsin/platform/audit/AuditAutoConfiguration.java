package org.tocsin.platform.audit;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.tocsin.platform.inbox.Decisions;
import org.tocsin.platform.outbox.Outbox;

/** The audit trail of a service. */
@AutoConfiguration(afterName = "org.tocsin.platform.outbox.OutboxConfiguration")
class AuditAutoConfiguration {

    @Bean
    @ConditionalOnBean(Outbox.class)
    @ConditionalOnMissingBean
    AuditTrail auditTrail(Outbox outbox, InstantSource clock, @Value("${spring.application.name}") String service) {
        return new AuditEvents(outbox, clock, service);
    }

    @Bean
    @ConditionalOnBean(AuditTrail.class)
    DeniedRequests deniedRequests(AuditTrail audit, InstantSource clock) {
        return new DeniedRequests(audit, clock);
    }

    /** What operators decide about the quarantine is on record. */
    @Bean
    @ConditionalOnBean(AuditTrail.class)
    Decisions quarantineDecisions(AuditTrail audit) {
        return (operator, decision, recordId) ->
                audit.record(operator, decision.name(), recordId.toString(), AuditTrail.Outcome.ALLOWED);
    }
}
