package org.tocsin.platform.sealing;

import java.util.Map;
import java.util.UUID;

/** Seals and opens texts with the data key of an incident. */
public interface Seals {

    /**
     * Seals a text for one field of one incident.
     *
     * @param field such as {@code "P1.name"} or {@code "narrative"}; opening needs the same
     * @throws KeyUnavailable when the key cannot be had now
     */
    Sealed seal(String keyId, UUID incidentId, String field, String text);

    /**
     * Seals all texts of one incident at once.
     *
     * @param texts by field
     * @throws KeyUnavailable when the key cannot be had now
     */
    Map<String, Sealed> seal(String keyId, UUID incidentId, Map<String, String> texts);

    /**
     * Opens a sealed text.
     *
     * @throws KeyUnavailable when the key cannot be had now
     */
    Opened open(Sealed sealed, UUID incidentId, String field);

    /** What opening came to. */
    sealed interface Opened {
        /** The text in clear; for a page or a message of somebody entitled to it, never for a log or a table. */
        record Clear(String text) implements Opened {
            @Override
            public String toString() {
                return "Clear";
            }
        }

        /** The key was destroyed: skip and mark. */
        record Shredded() implements Opened {}

        /** The bytes do not belong to this record and field, or were changed. */
        record Forged() implements Opened {}
    }
}
