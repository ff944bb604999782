package org.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @Test
    void showsLevelAndMessageOfAStructuredLineAndOthersAsTheyAre(@TempDir Path folder) throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), """
                {"log":{"level":"ERROR"},"message":"first\\nsecond"}
                plain
                {broken
                """);
        assertThat(LogTail.of(log)).isEqualTo("    ERROR first\n    second\n    plain\n    {broken\n");
    }

    @Test
    void showsTheEndOnly(@TempDir Path folder) throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "early\n" + "late\n".repeat(50));
        assertThat(LogTail.of(log)).contains("late").doesNotContain("early");
    }
}
