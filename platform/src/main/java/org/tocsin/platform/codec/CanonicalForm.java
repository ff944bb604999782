package org.tocsin.platform.codec;

import org.apache.avro.specific.SpecificRecord;

/**
 * The bytes of a record that are signed. Fields that hold their default are left out, so that a field added later does
 * not change the form of what was signed before.
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /** Canonical form without the field that holds the signature itself. */
    public static byte[] of(SpecificRecord event, String signatureField) {
        throw new UnsupportedOperationException(event.getSchema().getName() + signatureField);
    }
}
