package org.tocsin.platform.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** The JDK's Ed25519. */
final class Ed25519Signer implements Signer {

    private final String keyId;
    private final PrivateKey key;

    Ed25519Signer(String keyId, PrivateKey key) {
        this.keyId = keyId;
        this.key = key;
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key cannot sign", unusable);
        }
    }
}
