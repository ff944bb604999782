package org.tocsin.notification.rendering;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RenderingConfiguration {

    @Bean
    Renderer renderer(
            @Value("${tocsin.notification.smtp.reply-to}") String replyTo,
            @Value("${tocsin.notification.link.base-url}") URI linkBase) {
        return new Renderer(new Desk(replyTo, linkBase.resolve("/m/")));
    }

    @Bean
    SmsWriter smsWriter() {
        return new SmsWriter();
    }

    @Bean
    Rehearsal rehearsal(Renderer renderer) {
        return new Rehearsal(renderer);
    }
}
