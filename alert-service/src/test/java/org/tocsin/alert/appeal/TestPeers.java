package org.tocsin.alert.appeal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.tocsin.embedded.EmbeddedKafka;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.platform.sealing.DataKeys;
import org.tocsin.platform.signing.Signer;

/** What stands around the service in its tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestPeers {

    @Bean
    static DynamicPropertyRegistrar settings() {
        var postgres = EmbeddedPostgres.shared();
        var kafka = EmbeddedKafka.shared();
        kafka.createTopics(Map.of("tocsin.incident.v1", 1));
        var settings = Map.<String, Object>of(
                "spring.datasource.url", postgres.url(postgres.newDatabase()),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", postgres.password(),
                "tocsin.kafka.brokers", kafka.brokers(),
                "tocsin.registry.url", "http://127.0.0.1:1",
                "tocsin.security.issuer-uri", "http://127.0.0.1:1");
        return registry -> settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The token of {@code author-one} is {@code author-one}, and its role what the name says. */
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
    TestSigner testSigner() {
        return new TestSigner();
    }

    /** A clock that stands still. */
    static final class TestClock implements InstantSource {

        private volatile Instant now = Samples.NOON;

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    /** Keeps a key for each name it is asked for, until it is destroyed. */
    static final class Vault implements DataKeys {

        private final Map<String, DataKey> keys = new ConcurrentHashMap<>();

        @Override
        public DataKey fetch(String keyId) {
            return keys.computeIfAbsent(keyId, id -> newKey());
        }

        void shred(String keyId) {
            keys.put(keyId, new DataKey.Shredded());
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

    /** Signs with a key of its own. */
    static final class TestSigner implements Signer {

        private final KeyPair keys;

        TestSigner() {
            try {
                keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String keyId() {
            return "test-2026";
        }

        @Override
        public byte[] sign(byte[] content) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(keys.getPrivate());
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean verifies(byte[] content, byte[] signed) throws GeneralSecurityException {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys.getPublic());
            signature.update(content);
            return signature.verify(signed);
        }
    }
}
