package org.tocsin.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four services, each a process from the jar that ships. */
public enum Service {
    INTAKE,
    ALERT,
    NOTIFICATION,
    ARCHIVE;

    static Optional<Service> of(String shortName) {
        return Arrays.stream(values())
                .filter(service -> service.database().equals(shortName))
                .findFirst();
    }

    /** As in its logs, metrics and events. */
    public String fullName() {
        return database() + "-service";
    }

    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int port(Ports ports) {
        return switch (this) {
            case INTAKE -> ports.intake();
            case ALERT -> ports.alert();
            case NOTIFICATION -> ports.notification();
            case ARCHIVE -> ports.archive();
        };
    }

    public int managementPort(Ports ports) {
        return port(ports) + ports.managementOffset();
    }

    Path jar(Path checkout) {
        return checkout.resolve(fullName()).resolve("target").resolve(fullName() + ".jar");
    }
}
