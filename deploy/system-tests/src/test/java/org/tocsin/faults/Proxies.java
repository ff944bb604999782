package org.tocsin.faults;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.local.Plan;
import org.tocsin.local.Ports;
import org.tocsin.local.Service;

/** A proxy before each service's database, one before the mail server and one before the broker. */
public final class Proxies implements AutoCloseable {
    private static final String DATABASE = "spring.datasource.url";
    private static final String MAIL_PORT = "tocsin.notification.smtp.port";

    private final Map<Service, Proxy> databases = new EnumMap<>(Service.class);
    private final Proxy mail;
    private final Proxy kafka;
    private final Ports ports;

    private Proxies(Ports ports) {
        this.ports = ports;
        for (var service : Service.values()) {
            databases.put(service, Proxy.start(ports.postgres(), (watch, port) -> new PostgresConversation(watch)));
        }
        mail = Proxy.start(ports.smtp(), (watch, port) -> new SmtpConversation(watch));
        kafka = Proxy.start(ports.kafka(), (watch, port) -> new KafkaConversation(watch, ports.kafka(), port));
    }

    public static Proxies before(Ports ports) {
        return new Proxies(ports);
    }

    /** The same stack, its services led through the proxies. */
    public Plan on(Plan plan) {
        var led = plan;
        for (var service : Service.values()) {
            var settings = new HashMap<>(plan.settings().getOrDefault(service, Map.of()));
            settings.putAll(settings(service, database(service), mail));
            settings.put("tocsin.kafka.brokers", "127.0.0.1:" + kafka.port());
            led = led.with(service, settings);
        }
        return led;
    }

    /** What a service is told, so that it goes through proxies. */
    public static Map<String, String> settings(Service service, Proxy database, Proxy mail) {
        var settings = new HashMap<String, String>();
        settings.put(
                DATABASE,
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&prepareThreshold=0"
                        .formatted(database.port(), service.database()));
        if (service == Service.NOTIFICATION) {
            settings.put(MAIL_PORT, Integer.toString(mail.port()));
        }
        return settings;
    }

    public Proxy database(Service service) {
        return java.util.Objects.requireNonNull(databases.get(service));
    }

    public Proxy mail() {
        return mail;
    }

    public Proxy kafka() {
        return kafka;
    }

    /** One more before the database, for another instance of a service; whoever asks closes it. */
    public Proxy anotherDatabase() {
        return Proxy.start(ports.postgres(), (watch, port) -> new PostgresConversation(watch));
    }

    /** One more before the mail server; whoever asks closes it. */
    public Proxy anotherMail() {
        return Proxy.start(ports.smtp(), (watch, port) -> new SmtpConversation(watch));
    }

    /** Ends all counting, and cuts what is still held. */
    public void forget() {
        databases.values().forEach(Proxy::forget);
        mail.forget();
        kafka.forget();
    }

    @Override
    public void close() {
        databases.values().forEach(Proxy::close);
        mail.close();
        kafka.close();
    }
}
