package org.tocsin.notification.channel.smpp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.notification.channel.Receipts;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tocsin.notification.smpp.host")
class SmppConfiguration {

    @Bean
    SmppChannel smppChannel(SmppProperties settings, Receipts receipts) {
        return new SmppChannel(
                new SmppSessions(settings, new SmppReceipts(receipts)),
                new Submission(settings.source()),
                settings.window());
    }
}
