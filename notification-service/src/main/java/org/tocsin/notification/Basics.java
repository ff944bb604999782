package org.tocsin.notification;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time, ids and chance, handed in so that a test can hand in its own. */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
class Basics {

    @Bean
    @ConditionalOnMissingBean
    InstantSource instantSource() {
        return Clock.systemUTC();
    }

    /** UUIDv7, ever increasing within this process: rows written together keep the order they were made in. */
    @Bean
    @ConditionalOnMissingBean
    TimeBasedEpochGenerator ids() {
        return Generators.timeBasedEpochGenerator();
    }

    @Bean
    @ConditionalOnMissingBean
    RandomGenerator chance() {
        return RandomGenerator.getDefault();
    }
}
