package org.tocsin.platform.audit;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.tocsin.platform.outbox.Outbox;

/** The audit trail of a service. */
@AutoConfiguration
class AuditAutoConfiguration {

    @Bean
    AuditTrail auditTrail(Outbox outbox, InstantSource clock, @Value("${spring.application.name}") String service) {
        return new AuditEvents(outbox, clock, service);
    }
}
