package org.tocsin.platform.signing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.settings.KeyFiles;
import org.tocsin.platform.settings.WrongSettings;

/** Reads Ed25519 keys from PEM files; a complaint names the setting and never shows what the file holds. */
final class PemKeys {

    private PemKeys() {}

    static PrivateKey privateKey(String setting, @Nullable Path file) {
        var bytes = content(setting, file, "PRIVATE KEY");
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException wrong) {
            throw unusable(setting, "PRIVATE KEY");
        }
    }

    static PublicKey publicKey(String setting, @Nullable Path file) {
        var bytes = content(setting, file, "PUBLIC KEY");
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException wrong) {
            throw unusable(setting, "PUBLIC KEY");
        }
    }

    private static byte[] content(String setting, @Nullable Path file, String label) {
        var begin = "-----BEGIN %s-----".formatted(label);
        var end = "-----END %s-----".formatted(label);
        var text = KeyFiles.readText(setting, file);
        if (!text.startsWith(begin) || !text.endsWith(end)) {
            throw unusable(setting, label);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(begin.length(), text.length() - end.length()));
        } catch (IllegalArgumentException notBase64) {
            throw unusable(setting, label);
        }
    }

    private static WrongSettings unusable(String setting, String label) {
        return new WrongSettings("%s: the file is not an Ed25519 key in PEM form (expected: -----BEGIN %s-----)"
                .formatted(setting, label));
    }
}
