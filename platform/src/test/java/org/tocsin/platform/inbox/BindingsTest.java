package org.tocsin.platform.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.TestService;

class BindingsTest {

    private static final String NOBODY = "127.0.0.1:1";

    @Test
    void aTypoInTheFunctionDefinitionStopsTheStart() {
        assertStops("spring.cloud.function.definition", "takeIncidents", "spring.cloud.function.definition");
    }

    @Test
    void aConsumerLeftOutOfTheDefinitionStopsTheStart() {
        assertStops("spring.cloud.function.definition", "", "spring.cloud.function.definition");
    }

    @Test
    void aTypoInABindingStopsTheStart() {
        assertStops(
                "spring.cloud.stream.bindings.takeIncidnet-in-0.destination",
                "tocsin.incident.v1",
                "spring.cloud.stream.bindings");
    }

    private static void assertStops(String setting, String value, String where) {
        assertThatThrownBy(() -> TestService.start(NOBODY, "http://" + NOBODY, Map.of(setting, value))
                        .close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(where);
    }
}
