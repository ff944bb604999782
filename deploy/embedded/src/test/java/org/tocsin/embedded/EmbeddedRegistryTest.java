package org.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryTest {
    private static final String BELL = """
            {"type": "record", "name": "Bell", "fields": [{"name": "tone", "type": "string"}]}""";
    private static final String BELL_WITHOUT_DEFAULT = """
            {"type": "record", "name": "Bell", "fields": [{"name": "weight", "type": "int"}]}""";

    @Test
    void keepsTheIdsThroughANewStartWithFiles(@TempDir Path data) {
        int id;
        try (var registry = EmbeddedRegistry.start(data, 0)) {
            id = registry.register("bell-Bell", BELL);
            assertThat(registry.register("bell-Bell", BELL)).isEqualTo(id);
            assertThatThrownBy(() -> registry.register("bell-Bell", BELL_WITHOUT_DEFAULT))
                    .hasMessageContaining("409");
            registry.restart();
            assertThat(registry.register("bell-Bell", BELL)).isEqualTo(id);
        }
    }

    @Test
    void keepsTheIdsThroughANewStartWithADatabase() {
        var postgres = EmbeddedPostgres.shared();
        var database = postgres.newDatabase();
        try (var registry = EmbeddedRegistry.start(postgres, database, null, 0)) {
            var id = registry.register("bell-Bell", BELL);
            registry.restart();
            assertThat(registry.register("bell-Bell", BELL)).isEqualTo(id);
        }
    }
}
