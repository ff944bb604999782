package org.tocsin.platform.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * With Kafka away the binder asks for a topic's partitions eleven times over, which holds up the start for a minute and a
 * half a consumer. Here it asks once; {@code binding-retry-interval} sees to the rest in the background.
 */
@AutoConfiguration
class BriefTopicLookUp {

    @Bean
    static DefaultBinderFactory.Listener briefTopicLookUpOfBinders() {
        return BriefTopicLookUp::askOnce;
    }

    private static void askOnce(String binderName, ConfigurableApplicationContext binder) {
        binder.getBeansOfType(KafkaTopicProvisioner.class)
                .values()
                .forEach(provisioner ->
                        provisioner.setMetadataRetryOperations(new RetryTemplate(RetryPolicy.withMaxRetries(0))));
    }
}
