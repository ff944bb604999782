package org.tocsin.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.tocsin.embedded.LocalIssuer;

/** The keys of this one stack: made at its first start, kept beside its data, readable by its owner only. */
record Secrets(Path folder) {
    static final String SMPP_PASSWORD = "local"; // SMPP takes at most 8 characters

    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

    static Secrets in(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var secrets = new Secrets(folder);
            for (var key : new Path[] {secrets.masterKey(), secrets.receiptKey(), secrets.linkKey()}) {
                if (!Files.exists(key)) {
                    keep(key, randomKey());
                }
            }
            if (!Files.exists(secrets.signingKey())) {
                secrets.makeSigningKey();
            }
            if (!Files.exists(secrets.clientSecret())) {
                keep(secrets.clientSecret(), LocalIssuer.SECRET);
            }
            if (!Files.exists(secrets.smppPassword())) {
                keep(secrets.smppPassword(), SMPP_PASSWORD);
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException("the stack's keys could not be kept", e);
        }
    }

    Path masterKey() {
        return folder.resolve("master.key");
    }

    Path receiptKey() {
        return folder.resolve("receipt.key");
    }

    Path linkKey() {
        return folder.resolve("link.key");
    }

    Path signingKey() {
        return folder.resolve("signing.pem");
    }

    Path signingPublicKey() {
        return folder.resolve("signing.public.pem");
    }

    /** What the services log in to the issuer with. */
    Path clientSecret() {
        return folder.resolve("client.secret");
    }

    /** What notification-service logs in to the SMS server with. */
    Path smppPassword() {
        return folder.resolve("smpp.password");
    }

    private void makeSigningKey() throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            keep(signingPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            keep(signingKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static String pem(String type, byte[] bytes) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, PEM_LINES.encodeToString(bytes), type);
    }

    private static String randomKey() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void keep(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, US_ASCII);
    }
}
