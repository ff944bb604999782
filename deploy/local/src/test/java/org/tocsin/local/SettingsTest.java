package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @Test
    void areReadableByTheServicesOwnerOnly(@TempDir Path folder) throws Exception {
        var file =
                Settings.write(folder.resolve("settings"), Service.ALERT, Map.of("spring.datasource.password", "a=b"));
        assertThat(file).hasFileName("alert-service.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        assertThat(read).containsEntry("spring.datasource.password", "a=b");
    }
}
