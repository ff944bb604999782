package org.tocsin.platform.sealing;

/** Where data keys come from: intake-service's own table, or a call to it. */
public interface DataKeys {

    /**
     * Looks a data key up.
     *
     * @throws KeyUnavailable when nobody answers; the caller waits and tries again
     */
    DataKey fetch(String keyId);

    /** What is known of a key. */
    sealed interface DataKey {
        /**
         * A usable key.
         *
         * @param keyset Tink keyset, binary protocol-buffer form
         */
        record Present(byte[] keyset) implements DataKey {
            @Override
            public String toString() {
                return "Present";
            }
        }

        /** Destroyed on purpose: what it sealed is unreadable for ever. */
        record Shredded() implements DataKey {}

        /** Never existed here. */
        record Unknown() implements DataKey {}
    }
}
