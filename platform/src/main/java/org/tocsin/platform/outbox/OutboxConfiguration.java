package org.tocsin.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.platform.codec.ReleasedSchemas;
import org.tocsin.platform.codec.SchemaIds;

/** Puts the outbox together. */
@AutoConfiguration(afterName = "org.tocsin.platform.codec.CodecConfiguration", before = KafkaAutoConfiguration.class)
@ConditionalOnBean(SchemaIds.class)
@EnableConfigurationProperties({OutboxProperties.class, KafkaProperties.class})
class OutboxConfiguration {

    /**
     * What the promise "at least once, in order" needs of a producer; not open to settings. A delivery is given up
     * before the database would end the relay's waiting transaction.
     */
    private static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> outboxProducers(KafkaProperties settings) {
        var producer = settings.buildProducerProperties();
        producer.putAll(PRODUCER);
        return new DefaultKafkaProducerFactory<>(producer);
    }

    @Bean
    KafkaTemplate<String, byte[]> outboxTemplate(DefaultKafkaProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    WakeUp relayWakeUp() {
        return new WakeUp();
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    Outbox outbox(OutboxTable table, ReleasedSchemas released, ObjectProvider<Tracer> tracer, WakeUp relay) {
        return new JdbcOutbox(table, released, new TraceContext(tracer), relay);
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxTable table,
            KafkaTemplate<String, byte[]> kafka,
            SchemaIds ids,
            ReleasedSchemas released,
            PlatformTransactionManager transactions,
            OutboxProperties settings,
            @Value("${spring.application.name}") String service) {
        var publisher = new Publisher(kafka, ids, released, "/" + service);
        return new OutboxRelay(table, publisher, new TransactionTemplate(transactions), settings.batchSize());
    }

    @Bean
    RelayLoop relayLoop(OutboxRelay relay, OutboxTable table, WakeUp wakeUp, OutboxProperties settings) {
        return new RelayLoop(relay, table, wakeUp, settings);
    }

    @Bean
    MeterBinder outboxMetrics(OutboxTable table) {
        return registry -> {
            Gauge.builder("tocsin.outbox.depth", table, OutboxTable::depth)
                    .description("Events committed and not yet in Kafka")
                    .register(registry);
            Gauge.builder("tocsin.outbox.age", table, OutboxTable::ageInSeconds)
                    .description("Age of the oldest event not yet in Kafka")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }
}
