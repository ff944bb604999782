package org.tocsin.intake.vault;

import com.google.crypto.tink.KeysetHandle;

/** Wraps data keys, so that the database alone opens nothing. A file here; a key management service elsewhere. */
interface MasterKey {

    byte[] wrap(KeysetHandle dataKey, String keyId);

    /**
     * Unwraps a data key.
     *
     * @throws IllegalStateException when it was wrapped by another master key or for another id
     */
    KeysetHandle unwrap(byte[] wrapped, String keyId);
}
