package org.tocsin.notification.delivery;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.tocsin.notification.channel.RecipientLinks;
import org.tocsin.platform.settings.KeyFiles;

/**
 * A contact's personal link for one planned appeal. The token is 128 bits of a MAC, so that a resend carries the same
 * link although only the token's hash is stored.
 */
@Component
public class MemberLinks {

    private static final String KEY_FILE = "tocsin.notification.link.key-file";
    private static final int TOKEN_BYTES = 16;

    private final SecretKeySpec key;
    private final URI baseUrl;

    MemberLinks(LinkProperties properties) {
        this.key = new SecretKeySpec(KeyFiles.read32Bytes(KEY_FILE, properties.keyFile()), "HmacSHA256");
        this.baseUrl = properties.baseUrl();
    }

    public RecipientLinks of(FanOutId fanOut, UUID contactId) {
        var page = baseUrl.resolve("/m/" + token(fanOut, contactId));
        return new RecipientLinks(page, URI.create(page + "/unsubscribe"));
    }

    byte[] hashOf(FanOutId fanOut, UUID contactId) {
        return hash(token(fanOut, contactId));
    }

    /** What is stored of a token. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(FanOutId fanOut, UUID contactId) {
        var subject = ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(fanOut.appealId().getMostSignificantBits())
                .putLong(fanOut.appealId().getLeastSignificantBits())
                .putLong(contactId.getMostSignificantBits())
                .putLong(contactId.getLeastSignificantBits())
                .putLong(fanOut.issueVersion())
                .array();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(mac.doFinal(subject), TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
