package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedJarTest {

    private static final FileTime OF_EVERY_BUILD = FileTime.from(Instant.EPOCH);

    @TempDir
    private Path folder;

    @Test
    void tellsTwoBuildsApartThoughReproducibleJarsHaveOneTime() throws IOException {
        var first = ExtractedJar.buildOf(jar("first"));
        assertThat(ExtractedJar.buildOf(jar("other"))).isNotEqualTo(first);
        assertThat(ExtractedJar.buildOf(jar("first"))).isEqualTo(first);
    }

    private Path jar(String content) throws IOException {
        var jar = Files.writeString(folder.resolve("service.jar"), content);
        Files.setLastModifiedTime(jar, OF_EVERY_BUILD);
        return jar;
    }
}
