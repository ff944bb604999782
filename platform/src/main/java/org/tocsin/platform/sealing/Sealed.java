package org.tocsin.platform.sealing;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text only the holder of a data key can read.
 *
 * @param keyId which data key opens it
 * @param bytes Tink AEAD ciphertext; associated data is {@code "<incident id>|<field>|1"}
 */
public record Sealed(String keyId, byte[] bytes) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sealed(var otherKey, var otherBytes)
                && keyId.equals(otherKey)
                && Arrays.equals(bytes, otherBytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keyId, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
