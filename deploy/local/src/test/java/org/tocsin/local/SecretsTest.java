package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndForTheirOwnerOnly() throws Exception {
        var secrets = Secrets.in(folder.resolve("secrets"));
        var master = Files.readString(secrets.masterKey());
        assertThat(Base64.getDecoder().decode(master)).hasSize(32);
        try (var files = Files.list(secrets.folder())) {
            assertThat(files.toList())
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(Files.readString(Secrets.in(folder.resolve("secrets")).masterKey()))
                .isEqualTo(master);
        assertThat(Files.readString(secrets.receiptKey())).isNotEqualTo(master);
    }

    @Test
    void holdAPairForSigning() throws Exception {
        var secrets = Secrets.in(folder.resolve("secrets"));
        var keys = KeyFactory.getInstance("Ed25519");
        var message = new byte[] {1, 2, 3};
        var signing = Signature.getInstance("Ed25519");
        signing.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(secrets.signingKey()))));
        signing.update(message);
        var verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(keys.generatePublic(new X509EncodedKeySpec(bytes(secrets.signingPublicKey()))));
        verifying.update(message);
        assertThat(verifying.verify(signing.sign())).isTrue();
    }

    private static byte[] bytes(Path pem) throws Exception {
        var base64 = Files.readAllLines(pem).stream()
                .filter(line -> !line.startsWith("-"))
                .collect(Collectors.joining());
        return Base64.getDecoder().decode(base64);
    }
}
