package org.tocsin.platform.codec;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Process-wide rules for Avro: it may make instances of our generated classes, and no declared length can make it
 * reserve memory that the record does not carry.
 */
final class AvroTrust {

    static final String OUR_CLASSES = "org.tocsin.schemas.";

    private static final int LONGEST_STRING = 65_536;
    private static final int LONGEST_BYTES = 262_144;
    private static final int MOST_ITEMS = 10_000;

    private AvroTrust() {}

    /** Has to run before Avro reads or makes anything; Avro reads its limits once, when first used. */
    static void establish() {
        limit("org.apache.avro.limits.string.maxLength", LONGEST_STRING);
        limit("org.apache.avro.limits.bytes.maxLength", LONGEST_BYTES);
        limit("org.apache.avro.limits.collectionItems.maxLength", MOST_ITEMS);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith(OUR_CLASSES)));
    }

    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }
}
