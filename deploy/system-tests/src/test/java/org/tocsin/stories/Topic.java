package org.tocsin.stories;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka as somebody without manners uses it: any bytes under any key. */
record Topic(String brokers, String name) {

    static final List<String> ALL = List.of(
            "tocsin.incident.v1", "tocsin.appeal.v1", "tocsin.delivery.v1", "tocsin.member.v1", "tocsin.audit.v1");

    void put(String key, byte[] value, Map<String, String> headers) throws Exception {
        var settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(name, key.getBytes(StandardCharsets.UTF_8), value);
            headers.forEach((header, text) -> record.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    /** The ids of the events the topic holds; an event published twice counts once, a record without id for itself. */
    Set<String> events() {
        var settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new HashSet<String>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(idOf(record)));
            }
            return events;
        }
    }

    private static String idOf(ConsumerRecord<byte[], byte[]> record) {
        var id = record.headers().lastHeader("ce_id");
        return id == null
                ? "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset())
                : new String(id.value(), StandardCharsets.UTF_8);
    }
}
