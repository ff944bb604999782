package org.tocsin.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.tocsin.embedded.EmbeddedKafka;
import org.tocsin.embedded.EmbeddedRegistry;
import org.tocsin.platform.codec.ReleasedSchemas;

/** A broker with our topics, and a registry with our contracts, that a test may stop. */
public final class Peers implements AutoCloseable {

    private final EmbeddedKafka kafka = EmbeddedKafka.start();
    private final EmbeddedRegistry registry = EmbeddedRegistry.start();

    public static Peers start() throws IOException {
        var peers = new Peers();
        Properties topics = PropertiesLoaderUtils.loadProperties(new ClassPathResource("tocsin/topics.properties"));
        peers.kafka.createTopics(topics.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> Integer.valueOf(topics.getProperty(name)))));
        new ReleasedSchemas()
                .all()
                .forEach(released -> peers.registry.register(released.subject(), released.definition()));
        return peers;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedRegistry registry() {
        return registry;
    }

    /** A producer that writes whatever a test wants. */
    public KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.brokers(), ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A consumer that reads a topic from its beginning. */
    public KafkaConsumer<String, byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.brokers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(List.copyOf(partitions));
        return consumer;
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
