package org.tocsin.notification.feedback;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.platform.web.PublicPaths;

/** What members reach without an account: the token in the path is the proof. */
@Configuration(proxyBeanMethods = false)
class FeedbackPaths {

    @Bean
    PublicPaths memberLinkPaths() {
        return PublicPaths.of("/m/{token}", "/m/{token}/ack", "/m/{token}/unsubscribe");
    }
}
