package org.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    private static final String SETTING = "tocsin.vault.master-key-file";

    @TempDir
    private Path folder;

    @Test
    void readsAKeyOf32Bytes() throws IOException {
        var key = new byte[32];
        key[3] = 7;
        var file = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(key) + "\n");
        assertThat(KeyFiles.read32Bytes(SETTING, file)).isEqualTo(key);
    }

    @Test
    void namesTheSettingAndNeverTheContent() throws IOException {
        var file = folder.resolve("key");
        assertThatThrownBy(() -> KeyFiles.read32Bytes(SETTING, null)).hasMessage(SETTING + " is not set");
        assertThatThrownBy(() -> KeyFiles.read32Bytes(SETTING, file)).hasMessage(SETTING + ": the file cannot be read");
        Files.writeString(file, " \n");
        assertThatThrownBy(() -> KeyFiles.read32Bytes(SETTING, file)).hasMessage(SETTING + ": the file is empty");
        Files.writeString(file, "secret!");
        assertThatThrownBy(() -> KeyFiles.read32Bytes(SETTING, file))
                .hasMessage(SETTING + ": the file is not base64 (expected: the base64 of 32 random bytes)")
                .hasNoCause();
        Files.writeString(file, "c2hvcnQ=");
        assertThatThrownBy(() -> KeyFiles.read32Bytes(SETTING, file))
                .hasMessage(SETTING + ": the file holds 5 bytes (expected: 32)");
    }
}
