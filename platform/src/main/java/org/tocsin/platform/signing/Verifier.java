package org.tocsin.platform.signing;

/** Checks signatures of the services whose public keys are configured. */
public interface Verifier {

    /** True only if the key is known and the signature fits. */
    boolean verifies(String keyId, byte[] content, byte[] signature);
}
