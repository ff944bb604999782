package org.tocsin.notification.channel;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    Channels channels(List<Channel> channels) {
        return new Channels(channels);
    }
}
