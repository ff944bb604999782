package org.tocsin.platform.inbox;

import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.AdminClientConfigCustomizer;
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

    /** For a look-up alone, once for each topic of a consumer; consumers themselves are given more time. */
    private static final Map<String, Object> PATIENCE = Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000, AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1_000);

    @Bean
    static DefaultBinderFactory.Listener briefTopicLookUpOfBinders() {
        return BriefTopicLookUp::askOnce;
    }

    @Bean
    AdminClientConfigCustomizer briefAnswersForBinders() {
        return settings -> settings.putAll(PATIENCE);
    }

    private static void askOnce(String binderName, ConfigurableApplicationContext binder) {
        binder.getBeansOfType(KafkaTopicProvisioner.class)
                .values()
                .forEach(provisioner ->
                        provisioner.setMetadataRetryOperations(new RetryTemplate(RetryPolicy.withMaxRetries(0))));
    }
}
