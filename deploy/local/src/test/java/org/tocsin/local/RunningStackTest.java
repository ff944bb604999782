package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {
    @Test
    void tellsOthersWhereItListensUntilItIsDown(@TempDir Path data) throws Exception {
        var places = Places.at(data, data);
        var ports = Ports.free();
        try (var running = RunningStack.claim(places).orElseThrow()) {
            assertThat(RunningStack.ports(places)).isEmpty();
            running.isUpOn(ports);
            assertThat(RunningStack.ports(places)).hasValue(ports);
        }
        assertThat(RunningStack.ports(places)).isEmpty();
    }

    @Test
    void startsEmptyButKeepsItsLock(@TempDir Path data) throws Exception {
        var places = Places.at(data, data);
        try (var running = RunningStack.claim(places).orElseThrow()) {
            Files.createDirectories(places.folder("kafka").resolve("data"));
            running.isUpOn(Ports.standard());
            places.clear();
            try (var files = Files.list(data)) {
                assertThat(files.toList()).containsExactly(places.folder(RunningStack.LOCK));
            }
        }
    }
}
