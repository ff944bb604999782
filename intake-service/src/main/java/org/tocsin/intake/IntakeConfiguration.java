package org.tocsin.intake;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.platform.web.PublicPaths;

/** What the service as a whole decides. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    /** What may be asked for without a token. */
    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("/api/v1/receipts/{receipt}");
    }

    /** Milliseconds, so that an answer, the database and an event tell the same time. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
