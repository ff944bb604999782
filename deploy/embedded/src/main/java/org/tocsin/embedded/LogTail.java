package org.tocsin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The end of a process's log for a person to read: of a structured line its level and message. */
public final class LogTail {
    private static final int LINES = 12;
    private static final int WIDTH = 2000;

    private LogTail() {}

    public static String of(ChildProcess process) {
        return of(process.log());
    }

    static String of(Path log) {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                    .map(LogTail::readable)
                    .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + " ..." : line)
                    .collect(Collectors.joining("\n"))
                    .indent(4);
        } catch (IOException e) {
            return "(not readable)".indent(4);
        }
    }

    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var event = JsonMapper.shared().readTree(line);
            return "%-5s %s"
                    .formatted(
                            event.path("log").path("level").asString(""),
                            event.path("message").asString(""))
                    .strip();
        } catch (JacksonException e) {
            return line;
        }
    }
}
