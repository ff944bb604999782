package org.tocsin.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The Java runtime we run on, for the processes we start. */
final class Jvm {
    /** Ours may be rebuilt under a running process, Spring is nothing to a broker, and log4j's bridge loops with log4j itself. */
    private static final List<String> NOT_FOR_A_BROKER = List.of("spring-", "tomcat-", "log4j-to-slf4j");

    private Jvm() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The libraries among our own class path. */
    static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        entry.endsWith(".jar") && !entry.contains("/org/tocsin/") && !entry.contains("/target/"))
                .filter(entry -> NOT_FOR_A_BROKER.stream()
                        .noneMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
