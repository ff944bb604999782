package org.tocsin.faults;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.local.Plan;
import org.tocsin.local.Ports;
import org.tocsin.local.Service;

/** A proxy before each service's database and one before the mail server. */
public final class Proxies implements AutoCloseable {
    private final Map<Service, Proxy> databases = new EnumMap<>(Service.class);
    private final Proxy mail;

    private Proxies(Ports ports) {
        for (var service : Service.values()) {
            databases.put(service, Proxy.start(ports.postgres(), PostgresConversation::new));
        }
        mail = Proxy.start(ports.smtp(), SmtpConversation::new);
    }

    public static Proxies before(Ports ports) {
        return new Proxies(ports);
    }

    /** The same stack, its services led through the proxies. */
    public Plan on(Plan plan) {
        var led = plan;
        for (var service : Service.values()) {
            var settings = new HashMap<>(plan.settings().getOrDefault(service, Map.of()));
            settings.put(
                    "spring.datasource.url",
                    "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&prepareThreshold=0"
                            .formatted(database(service).port(), service.database()));
            if (service == Service.NOTIFICATION) {
                settings.put("tocsin.notification.smtp.port", Integer.toString(mail().port()));
            }
            led = led.with(service, settings);
        }
        return led;
    }

    public Proxy database(Service service) {
        return java.util.Objects.requireNonNull(databases.get(service));
    }

    public Proxy mail() {
        return mail;
    }

    @Override
    public void close() {
        databases.values().forEach(Proxy::close);
        mail.close();
    }
}
