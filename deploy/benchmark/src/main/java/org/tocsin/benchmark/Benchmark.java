package org.tocsin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Plan;

/** {@code benchmark [fan-out] [postfix] [intake [minutes]] [memory]}; without arguments all of it. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) throws IOException {
        var sections = args.length == 0 ? List.of("fan-out", "postfix", "memory", "intake") : Arrays.asList(args);
        var data = Files.createTempDirectory("tocsin-benchmark");
        System.out.println(Machine.describe());
        try (var stack = LocalStack.start(Plan.beside(data))) {
            if (sections.contains("fan-out")) {
                new FanOut(stack).run();
            }
            if (sections.contains("postfix")) {
                new FanOutBesidePostfix(stack).run();
            }
            if (sections.contains("memory")) {
                Memory.print(stack);
            }
            if (sections.contains("intake")) {
                new IntakeLoad(stack, minutes(sections)).run();
                Memory.print(stack);
            }
        }
    }

    private static Duration minutes(List<String> sections) {
        return sections.stream()
                .filter(section -> section.matches("\\d+"))
                .findFirst()
                .map(Long::parseLong)
                .map(Duration::ofMinutes)
                .orElse(Duration.ofMinutes(10));
    }
}
