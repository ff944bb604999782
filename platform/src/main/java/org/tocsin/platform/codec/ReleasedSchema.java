package org.tocsin.platform.codec;

/**
 * A released version of an event's contract, as the deployment registers it.
 *
 * @param topic the topic the event travels on
 * @param name full name of the record
 * @param version number of the release, counted from 1; not the registry's number
 * @param definition the schema, self-contained JSON
 */
public record ReleasedSchema(String topic, String name, int version, String definition) {

    /** Where the registry keeps it. */
    public String subject() {
        return topic + "-" + name;
    }

    @Override
    public String toString() {
        return subject() + " release " + version;
    }
}
