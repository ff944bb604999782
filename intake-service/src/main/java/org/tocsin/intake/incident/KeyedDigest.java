package org.tocsin.intake.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.tocsin.platform.settings.KeyFiles;

/** HMAC-SHA-256 under the receipt key: whoever holds the database alone can confirm no guess. */
@Component
class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    KeyedDigest(ReceiptProperties properties) {
        key = new SecretKeySpec(KeyFiles.read32Bytes("tocsin.receipt.key-file", properties.keyFile()), ALGORITHM);
    }

    /** Digest of some content; one made for one purpose is of no use for another. */
    byte[] of(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
