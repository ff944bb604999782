package org.tocsin.platform.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.tocsin.platform.settings.WrongSettings;

class SigningTest {

    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SigningAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void verifiesWhatItSigned() {
        var keys = newPair("Ed25519");
        configured(keys).run(context -> {
            var signer = context.getBean(Signer.class);
            var verifier = context.getBean(Verifier.class);
            var signature = signer.sign(CONTENT);
            assertThat(signature).hasSize(64);
            assertThat(verifier.verifies(signer.keyId(), CONTENT, signature)).isTrue();
            assertThat(verifier.verifies(signer.keyId(), "other".getBytes(UTF_8), signature))
                    .isFalse();
            assertThat(verifier.verifies(signer.keyId(), CONTENT, new byte[64])).isFalse();
            assertThat(verifier.verifies(signer.keyId(), CONTENT, new byte[3])).isFalse();
            assertThat(verifier.verifies("another-key", CONTENT, signature)).isFalse();
        });
    }

    @Test
    void startsWithoutKeysWhereNobodySignsOrVerifies() {
        service.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void namesTheSettingThatIsMissing() {
        service.run(context -> {
            assertThatThrownBy(() -> context.getBean(Signer.class))
                    .hasRootCauseInstanceOf(WrongSettings.class)
                    .hasRootCauseMessage("tocsin.signing.key-id is not set");
            assertThatThrownBy(() -> context.getBean(Verifier.class))
                    .rootCause()
                    .hasMessageStartingWith("tocsin.signing.public-keys is not set");
        });
        service.withPropertyValues("tocsin.signing.key-id=alert-1")
                .run(context -> assertThatThrownBy(() -> context.getBean(Signer.class))
                        .hasRootCauseMessage("tocsin.signing.private-key-file is not set"));
    }

    @Test
    void refusesFilesThatHoldNoSuchKeyAndShowsNothingOfThem() {
        configured(newPair("X25519")).run(context -> {
            assertThatThrownBy(() -> context.getBean(Signer.class))
                    .rootCause()
                    .hasMessageStartingWith("tocsin.signing.private-key-file: the file is not an Ed25519 key");
            assertThatThrownBy(() -> context.getBean(Verifier.class))
                    .rootCause()
                    .hasMessageStartingWith("tocsin.signing.public-keys.alert-1: the file is not an Ed25519 key");
        });
        var secret = write("secret", "-----BEGIN PRIVATE KEY-----\n(secret)\n-----END PRIVATE KEY-----");
        assertThatThrownBy(() -> PemKeys.privateKey("a.setting", secret)).hasMessageNotContaining("secret)");
        assertThatThrownBy(() -> PemKeys.privateKey("a.setting", write("text", "hello")))
                .hasMessageContaining("a.setting")
                .hasMessageNotContaining("hello");
    }

    private ApplicationContextRunner configured(KeyPair keys) {
        return service.withPropertyValues(
                "tocsin.signing.key-id=alert-1",
                "tocsin.signing.private-key-file=" + write("private", pem("PRIVATE KEY", keys.getPrivate())),
                "tocsin.signing.public-keys.alert-1=" + write("public", pem("PUBLIC KEY", keys.getPublic())));
    }

    private static KeyPair newPair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()), label);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
