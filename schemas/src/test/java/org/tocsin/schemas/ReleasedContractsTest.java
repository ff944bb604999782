package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedContractsTest {

    static List<Schema> events() {
        return Contracts.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theNewestCopyIsTheContractAsItIsWritten(Schema event) {
        assertThat(Contracts.releasesOf(event))
                .as("run ReleaseContracts, see schemas/README.md")
                .isNotEmpty()
                .last()
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyReleaseReadsEveryOther(Schema event) {
        for (var release : Contracts.releasesOf(event)) {
            assertThat(Evolution.faults(event, release)).isEmpty();
        }
    }

    @Test
    void theIndexNamesEveryCopy() throws IOException {
        assertThat(Files.readAllLines(Contracts.INDEX)).isEqualTo(Contracts.releasedPaths());
    }

    @Test
    void aCopyLiesUnderItsTopicNameAndNumber() {
        for (var path : Contracts.releasedPaths()) {
            var copy = Contracts.parseReleased(Contracts.RELEASED.resolve(path));
            var version = path.substring(path.lastIndexOf('/') + 1, path.length() - ".avsc".length());
            assertThat(path).isEqualTo("%s/%s/%s.avsc", copy.getProp(Contracts.TOPIC), copy.getFullName(), version);
            assertThat(Integer.parseInt(version)).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theGeneratedClassWritesWhatTheCopySays(Schema event) throws ReflectiveOperationException {
        var generated = (Schema)
                Class.forName(event.getFullName()).getMethod("getClassSchema").invoke(null);
        assertThat(Evolution.faults(generated, event)).isEmpty();
        assertThat(generated.getFields().stream().map(Schema.Field::name))
                .isEqualTo(event.getFields().stream().map(Schema.Field::name).toList());
    }
}
