package org.tocsin.notification;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Ids, chance and the clock's ticks, handed in so that a test can hand in its own. */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
class Basics {

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
