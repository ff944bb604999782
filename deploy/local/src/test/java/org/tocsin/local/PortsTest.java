package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheTakenPortAndTheSettingThatMovesIt() throws Exception {
        var ports = Ports.free();
        assertThat(ports.taken()).isEmpty();
        try (var _ = new ServerSocket(ports.alert(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.taken())
                    .hasValue("Port %d (alert) is taken. Stop what uses it, or set TOCSIN_PORT_ALERT to another port."
                            .formatted(ports.alert()));
        }
    }

    @Test
    void looksAtManagementPortsToo() throws Exception {
        var ports = Ports.free();
        var management = Service.INTAKE.managementPort(ports);
        try (var _ = new ServerSocket(management, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.taken().orElse("")).contains("Port %d (intake)".formatted(management));
        }
    }

    @Test
    void movesWhatTheEnvironmentMoves() {
        var ports = Ports.from(Map.of("TOCSIN_PORT_SMTP", "2525", "TOCSIN_PORTS", "none"));
        assertThat(ports.smtp()).isEqualTo(2525);
        assertThat(ports.intake()).isEqualTo(8081);
        assertThatThrownBy(() -> Ports.from(Map.of("TOCSIN_PORT_SMTP", "smtp")))
                .hasMessageContaining("TOCSIN_PORT_SMTP");
    }

    @Test
    void keepsEveryPortThroughItsNames() {
        var ports = Ports.free();
        assertThat(Ports.of(new HashMap<>(ports.byName()))).isEqualTo(ports);
        assertThat(new HashSet<>(ports.byName().values()))
                .hasSameSizeAs(ports.byName().values());
    }
}
