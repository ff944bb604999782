package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.tocsin.embedded.EmbeddedPostgres;

/** What a service is told about this stack. Each has no default of its own for any of it. */
record Settings(Ports ports, EmbeddedPostgres postgres, Secrets secrets) {
    private static final String SIGNING_KEY_ID = "local";
    static final String SMPP_ACCOUNT = "tocsin";

    Map<String, String> of(Service service) {
        var settings = new TreeMap<String, String>();
        settings.put("server.port", Integer.toString(service.port(ports)));
        settings.put("management.server.port", Integer.toString(service.managementPort(ports)));
        settings.put("spring.datasource.url", postgres.url(service.database()));
        settings.put("spring.datasource.username", postgres.user());
        settings.put("spring.datasource.password", postgres.password());
        settings.put("tocsin.kafka.brokers", "127.0.0.1:" + ports.kafka());
        settings.put("tocsin.registry.url", "http://127.0.0.1:%d/apis/ccompat/v7".formatted(ports.registry()));
        settings.put("tocsin.security.issuer-uri", "http://127.0.0.1:" + ports.issuer());
        switch (service) {
            case INTAKE -> {
                settings.put("tocsin.vault.master-key-file", secrets.masterKey().toString());
                settings.put("tocsin.receipt.key-file", secrets.receiptKey().toString());
            }
            case ALERT -> {
                settings.putAll(keysFor(service));
                settings.put("tocsin.signing.key-id", SIGNING_KEY_ID);
                settings.put(
                        "tocsin.signing.private-key-file", secrets.signingKey().toString());
                settings.put("tocsin.alert.send-delay.life-at-risk", "0s");
                settings.put("tocsin.alert.send-delay.other", "0s");
            }
            case NOTIFICATION -> {
                settings.putAll(keysFor(service));
                settings.put(
                        "tocsin.signing.public-keys." + SIGNING_KEY_ID,
                        secrets.signingPublicKey().toString());
                settings.put(
                        "tocsin.notification.link.key-file", secrets.linkKey().toString());
                settings.put("tocsin.notification.link.base-url", "http://127.0.0.1:" + ports.notification());
                settings.put("tocsin.notification.smtp.host", "127.0.0.1");
                settings.put("tocsin.notification.smtp.port", Integer.toString(ports.smtp()));
                settings.put("tocsin.notification.smtp.from", "Tocsin <appeals@tocsin.example>");
                settings.put("tocsin.notification.smtp.reply-to", "Tocsin desk <desk@tocsin.example>");
                settings.put("tocsin.notification.smpp.host", "127.0.0.1");
                settings.put("tocsin.notification.smpp.port", Integer.toString(ports.smpp()));
                settings.put("tocsin.notification.smpp.system-id", SMPP_ACCOUNT);
                settings.put(
                        "tocsin.notification.smpp.password-file",
                        secrets.smppPassword().toString());
                settings.put("tocsin.notification.smpp.source", "Tocsin");
            }
            case ARCHIVE -> {}
        }
        return settings;
    }

    /** Writes them where the service reads them; they hold a password, so nobody else may. */
    static Path write(Path folder, Service service, Map<String, String> settings) {
        try {
            var owner = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
            var file = folder.resolve(service.fullName() + ".properties");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var properties = new Properties();
            properties.putAll(settings);
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "Written at each start of the stack");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of %s could not be written".formatted(service.fullName()), e);
        }
    }

    private Map<String, String> keysFor(Service service) {
        return Map.of(
                "tocsin.keys.url", "http://127.0.0.1:" + ports.intake(),
                "tocsin.keys.client-id", service.fullName(),
                "tocsin.keys.client-secret-file", secrets.clientSecret().toString());
    }
}
