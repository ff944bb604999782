package org.tocsin.notification.channel.smtp;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpProperties.class)
class SmtpConfiguration {

    @Bean
    SmtpChannel smtpChannel(SmtpProperties settings, InstantSource clock) {
        var sender = Sender.of(settings.from(), settings.replyTo());
        return new SmtpChannel(sender, new ConnectionPool(settings, sender, clock), settings.connections());
    }
}
