package org.tocsin.stories;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Programs of this machine that a profile needs. */
public final class Tools {

    private Tools() {}

    /** Where it is; without it the profile fails. */
    public static Path need(String program, String profile) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("%s is not installed, and the profile %s needs it: .ci/run installs it"
                                .formatted(program, profile)));
    }
}
