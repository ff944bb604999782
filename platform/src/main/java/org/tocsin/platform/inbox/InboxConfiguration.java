package org.tocsin.platform.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaderMapper;

/** Puts the inbox together. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnBean(JdbcClient.class)
@Import({QuarantineController.class, QuarantineProblems.class})
class InboxConfiguration {

    @Bean
    KeyLock inboxKeyLock(JdbcClient jdbc) {
        return new KeyLock(jdbc);
    }

    @Bean
    Quarantine quarantine(JdbcClient jdbc, KeyLock keys) {
        return new Quarantine(jdbc, keys);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, Quarantine quarantine, KeyLock keys) {
        return new JdbcInbox(jdbc, quarantine, keys);
    }

    @Bean
    RedriveQuarantined redriveQuarantined(Quarantine quarantine, BeanFactory beans, Decisions decisions) {
        return new RedriveQuarantined(quarantine, beans, decisions);
    }

    @Bean
    DiscardQuarantined discardQuarantined(Quarantine quarantine, Decisions decisions) {
        return new DiscardQuarantined(quarantine, decisions);
    }

    @Bean
    Bindings consumerBindings(ListableBeanFactory beans, BindingServiceProperties configured, Environment environment) {
        return new Bindings(beans, configured, environment);
    }

    @Bean
    static ErrorBarrier errorBarrier(Environment environment) {
        return new ErrorBarrier(environment);
    }

    @Bean
    PartitionPause partitionPause() {
        return new PartitionPause();
    }

    @Bean
    QuarantiningCustomizer quarantiningCustomizer(Quarantine quarantine, PartitionPause pause) {
        return new QuarantiningCustomizer(quarantine, pause);
    }

    /** The name is the one the binder looks for. */
    @Bean
    KafkaHeaderMapper kafkaBinderHeaderMapper() {
        return new EnvelopeHeaderMapper();
    }

    @Bean
    ConsumerWatch consumerWatch(ApplicationContext context) {
        return new ConsumerWatch(context, () -> System.exit(SpringApplication.exit(context, () -> 1)));
    }

    @Bean
    MeterBinder quarantineMetrics(Bindings bindings, Quarantine quarantine) {
        return registry -> bindings.consumers()
                .forEach(consumer -> Gauge.builder("tocsin.quarantine.records", () -> quarantine.count(consumer))
                        .description("Records that wait in the quarantine")
                        .tag("consumer", consumer)
                        .register(registry));
    }
}
