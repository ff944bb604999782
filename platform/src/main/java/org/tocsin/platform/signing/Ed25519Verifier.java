package org.tocsin.platform.signing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;

/** The JDK's Ed25519. */
final class Ed25519Verifier implements Verifier {

    private final Map<String, PublicKey> keys;

    Ed25519Verifier(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    @Override
    public boolean verifies(String keyId, byte[] content, byte[] signature) {
        var key = keys.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
