package org.tocsin.platform.signing;

/** Signs with this service's own key. */
public interface Signer {

    /** Names the public key that verifies; travels with the signature. */
    String keyId();

    /** Ed25519 signature, 64 bytes. */
    byte[] sign(byte[] content);
}
