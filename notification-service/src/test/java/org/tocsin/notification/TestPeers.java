package org.tocsin.notification;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Channels;
import org.tocsin.platform.sealing.DataKeys;
import org.tocsin.platform.sealing.KeyUnavailable;
import org.tocsin.platform.signing.Verifier;

/** What stands around the service in its tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPeers {

    static final String SIGNING_KEY = "test-2026";

    @Bean
    static DynamicPropertyRegistrar settings() {
        var postgres = EmbeddedPostgres.shared();
        var settings = new HashMap<String, Object>();
        settings.put("spring.datasource.url", postgres.url(postgres.newDatabase()));
        settings.put("spring.datasource.username", postgres.user());
        settings.put("spring.datasource.password", postgres.password());
        settings.put("tocsin.kafka.brokers", "127.0.0.1:1");
        settings.put("tocsin.registry.url", "http://127.0.0.1:1");
        settings.put("tocsin.security.issuer-uri", "http://127.0.0.1:1");
        settings.put("tocsin.notification.link.key-file", keyFile());
        settings.put("tocsin.notification.link.base-url", "http://127.0.0.1:8083");
        settings.put("tocsin.notification.smtp.host", "127.0.0.1");
        settings.put("tocsin.notification.smtp.port", "1");
        settings.put("tocsin.notification.smtp.from", "Tocsin <appeals@tocsin.example>");
        settings.put("tocsin.notification.smtp.reply-to", "desk@tocsin.example");
        return registry -> settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    private static String keyFile() {
        try {
            var file = Files.createTempFile("link", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token of {@code approver-one} is {@code approver-one}, and its role what the name says. */
    @Bean
    JwtDecoder accounts() {
        return token -> Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(token)
                .claim(
                        "roles",
                        List.of(token.substring(0, token.lastIndexOf('-'))
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT)))
                .build();
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Vault vault() {
        return new Vault();
    }

    @Bean
    AlertKey alertKey() {
        return new AlertKey();
    }

    @Bean
    Outbound outbound() {
        return new Outbound(new FakeChannel(ChannelType.EMAIL));
    }

    /** Without SMS, unless a test brings {@link Texts}. */
    @Bean
    @Primary
    Channels testChannels(Outbound outbound, Optional<Texts> texts) {
        return new Channels(Stream.concat(Stream.of(outbound.channel()), texts.map(Texts::channel).stream())
                .toList());
    }

    /** Holds the channel, which as a bean of its own would be a second one for e-mail. */
    public record Outbound(FakeChannel channel) {}

    /** The same for SMS, for the tests that import it. */
    public record Texts(FakeChannel channel) {
        public Texts() {
            this(new FakeChannel(ChannelType.SMS));
        }
    }

    /** A clock that moves only by hand. Each test begins now, since leases go by the database's clock. */
    public static final class TestClock implements InstantSource {

        private volatile Instant now = today();

        @Override
        public Instant instant() {
            return now;
        }

        public void set(Instant moment) {
            now = moment;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }

        void reset() {
            now = today();
        }

        private static Instant today() {
            return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Keeps a key for each name it is asked for; can be away, and can destroy. */
    public static final class Vault implements DataKeys {

        private final Map<String, DataKey> keys = new ConcurrentHashMap<>();
        private volatile boolean away;

        @Override
        public DataKey fetch(String keyId) {
            if (away) {
                throw new KeyUnavailable(new IOException("away"));
            }
            return keys.computeIfAbsent(keyId, id -> newKey());
        }

        public void shred(String keyId) {
            keys.put(keyId, new DataKey.Shredded());
        }

        public void away(boolean isAway) {
            away = isAway;
        }

        void reset() {
            away = false;
        }

        private static DataKey newKey() {
            try {
                AeadConfig.register();
                var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.XCHACHA20_POLY1305);
                return new DataKey.Present(
                        TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The key pair of alert-service. */
    static final class AlertKey implements Verifier {

        private final KeyPair keys;

        AlertKey() {
            try {
                keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] sign(byte[] content) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(keys.getPrivate());
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean verifies(String keyId, byte[] content, byte[] signed) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initVerify(keys.getPublic());
                signature.update(content);
                return keyId.equals(SIGNING_KEY) && signature.verify(signed);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
