package org.tocsin.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What a change of a contract may not do: every release has to read every other, whichever side is deployed first. */
final class Evolution {

    private Evolution() {}

    /** What keeps one of the two from reading the other's events; empty when they get on. */
    static List<String> faults(Schema one, Schema other) {
        return Stream.concat(unreadable(one, other), unreadable(other, one)).toList();
    }

    private static Stream<String> unreadable(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getResult().getIncompatibilities().stream()
                .map(Incompatibility::toString);
    }
}
