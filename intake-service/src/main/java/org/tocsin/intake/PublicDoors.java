package org.tocsin.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.platform.web.PublicPaths;

/** What may be asked for without a token. */
@Configuration(proxyBeanMethods = false)
class PublicDoors {

    @Bean
    PublicPaths receipts() {
        return PublicPaths.of("/api/v1/receipts/{receipt}");
    }
}
