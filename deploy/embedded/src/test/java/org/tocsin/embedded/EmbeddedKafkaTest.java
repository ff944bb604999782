package org.tocsin.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @Test
    void keepsRecordsThroughACrashAndANewStart(@TempDir Path data) throws Exception {
        int port;
        try (var kafka = EmbeddedKafka.start(data, 0)) {
            port = kafka.port();
            kafka.createTopics(Map.of("bell", 2));
            kafka.createTopics(Map.of("bell", 2));
            send(kafka, "bell", "first");
            kafka.kill();
            kafka.restart();
            send(kafka, "bell", "second");
        }
        try (var kafka = EmbeddedKafka.start(data, port)) {
            assertThat(valuesIn(kafka)).containsExactly("first", "second");
        }
    }

    @Test
    void hasNoTopicThatNobodyDeclared() {
        assertThatThrownBy(() -> send(EmbeddedKafka.shared(), "mistyped", "lost"))
                .hasMessageContaining("mistyped");
    }

    private static void send(EmbeddedKafka kafka, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.brokers(), "max.block.ms", 3000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", value)).get(10, SECONDS);
        }
    }

    private static List<String> valuesIn(EmbeddedKafka kafka) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.brokers(), "auto.offset.reset", "earliest", "fetch.min.bytes", 1);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("bell", 0);
            consumer.assign(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(one -> one.value())
                    .toList();
        }
    }
}
