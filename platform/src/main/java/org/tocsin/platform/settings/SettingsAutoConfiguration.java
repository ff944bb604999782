package org.tocsin.platform.settings;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Checks the settings of a service once all of its beans exist, and sets the clock. */
@AutoConfiguration
@EnableConfigurationProperties(KafkaSettings.class)
class SettingsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    static SettingsCheck settingsCheck(ApplicationContext context, ConfigurableEnvironment environment) {
        return new SettingsCheck(context, environment);
    }
}
