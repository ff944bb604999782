package org.tocsin.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.platform.codec.EventCodec;
import org.tocsin.platform.inbox.Inbox;
import org.tocsin.schemas.incident.IncidentClaimed;

/** A small service over the whole of the platform's messaging. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class TestService {

    /** What it did, for the tests to see. */
    public static final class Book {

        private final List<SpecificRecord> taken = new CopyOnWriteArrayList<>();
        private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
        private final AtomicReference<Runnable> fault = new AtomicReference<>(() -> {});

        /** Events acted on, in order. */
        public List<SpecificRecord> taken() {
            return taken;
        }

        /** Headers of every record handed over. */
        public List<Map<String, Object>> headers() {
            return headers;
        }

        /** Runs before each piece of work; may throw. */
        public void fault(Runnable fault) {
            this.fault.set(fault);
        }
    }

    @Bean
    Book book() {
        return new Book();
    }

    @Bean
    Consumer<Message<byte[]>> takeIncident(EventCodec codec, Inbox inbox, Book book) {
        return message -> {
            book.headers().add(message.getHeaders());
            switch (codec.decode(message)) {
                case IncidentClaimed event ->
                    inbox.once("takeIncident", message, () -> {
                        book.fault.get().run();
                        book.taken().add(event);
                    });
                default -> {} // not this service's business
            }
        };
    }

    /** Starts it on a new database. */
    public static ConfigurableApplicationContext start(String brokers, String registry, Map<String, Object> settings) {
        return start(EmbeddedPostgres.shared(), brokers, registry, settings);
    }

    /** Starts it on a new database of the given server. */
    public static ConfigurableApplicationContext start(
            EmbeddedPostgres postgres, String brokers, String registry, Map<String, Object> settings) {
        var all = new TreeMap<String, Object>(Map.of(
                "spring.config.import",
                "classpath:platform.yaml",
                "spring.application.name",
                "test-service",
                "spring.datasource.url",
                postgres.url(postgres.newDatabase()),
                "spring.datasource.username",
                postgres.user(),
                "spring.datasource.password",
                postgres.password(),
                "tocsin.kafka.brokers",
                brokers,
                "tocsin.registry.url",
                registry,
                "spring.cloud.function.definition",
                "takeIncident",
                "spring.cloud.stream.bindings.takeIncident-in-0.destination",
                "tocsin.incident.v1",
                "spring.cloud.stream.bindings.takeIncident-in-0.group",
                "test-service"));
        all.put("spring.main.banner-mode", "off");
        all.put("server.port", 0);
        all.put("management.server.port", 0);
        all.put("tocsin.security.issuer-uri", "http://127.0.0.1:1");
        all.put("logging.structured.format.console", "");
        all.putAll(settings);
        return new SpringApplicationBuilder(TestService.class)
                .run(all.entrySet().stream()
                        .map(entry -> "--%s=%s".formatted(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }
}
