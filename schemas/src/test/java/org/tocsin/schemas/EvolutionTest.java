package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class EvolutionTest {

    private static final Schema OLD = event("""
            {"name": "id", "type": "string"},
            {"name": "how", "type": {"type": "enum", "name": "How", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"}}""");

    @Test
    void aFieldWithADefaultMayBeAdded() {
        assertThat(Evolution.faults(OLD, event("""
            {"name": "id", "type": "string"},
            {"name": "how", "type": {"type": "enum", "name": "How", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"}},
            {"name": "note", "type": ["null", "string"], "default": null}"""))).isEmpty();
    }

    @Test
    void aSymbolMayBeAddedToAnEnumWithADefault() {
        assertThat(Evolution.faults(OLD, event("""
            {"name": "id", "type": "string"},
            {"name": "how", "type": {"type": "enum", "name": "How", "symbols": ["UNKNOWN", "A", "B"], "default": "UNKNOWN"}}"""))).isEmpty();
    }

    @Test
    void aFieldWithoutADefaultMayNotBeAdded() {
        assertThat(Evolution.faults(OLD, event("""
            {"name": "id", "type": "string"},
            {"name": "how", "type": {"type": "enum", "name": "How", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"}},
            {"name": "note", "type": "string"}"""))).isNotEmpty();
    }

    @Test
    void aFieldWithoutADefaultMayNotBeRemoved() {
        assertThat(Evolution.faults(OLD, event("""
            {"name": "id", "type": "string"}"""))).isNotEmpty();
    }

    @Test
    void aTypeMayNotChange() {
        assertThat(Evolution.faults(OLD, event("""
            {"name": "id", "type": "long"},
            {"name": "how", "type": {"type": "enum", "name": "How", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"}}"""))).isNotEmpty();
    }

    private static Schema event(String fields) {
        return new Schema.Parser().parse("""
            {"type": "record", "name": "Event", "namespace": "org.tocsin.test", "fields": [%s]}""".formatted(fields));
    }
}
