package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void doesNotOutliveAJvmThatIsKilled() throws Exception {
        var parent = new ProcessBuilder(
                        Jvm.program(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.resolve("child.log").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8))) {
            var child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            parent.destroyForcibly();
            child.onExit().get(10, SECONDS);
        }
    }

    @Test
    void tellsAtOnceThatAProcessHasEndedWhileItStarted() {
        var process = ChildProcess.start(
                "The bell", List.of("sh", "-c", "echo no rope; exit 3"), Map.of(), folder.resolve("bell.log"));
        assertThatThrownBy(() -> Readiness.await(process, Duration.ofSeconds(10), () -> false))
                .isInstanceOf(PeerFailed.class)
                .hasMessageContaining("The bell ended")
                .hasMessageContaining("no rope");
        assertThat(process.exitCode()).isEqualTo(3);
    }

    @Test
    void hasNoSettingByAccident() {
        assertThat(System.getenv()).hasSizeGreaterThan(2);
        var process = ChildProcess.start("env", List.of("env"), Map.of("OUR_OWN", "1"), folder.resolve("env.log"));
        assertThatThrownBy(() -> Readiness.await(process, Duration.ofSeconds(10), () -> false))
                .hasMessageContaining("OUR_OWN=1");
        assertThat(folder.resolve("env.log"))
                .content(UTF_8)
                .satisfies(variables -> assertThat(variables.lines())
                        .allMatch(line -> line.matches("(PATH|HOME|USER|LANG|LC_ALL|TZ|TMPDIR|OUR_OWN)=.*")));
    }

    @Test
    void killsWhatTheProcessStartedToo() throws Exception {
        var process = ChildProcess.start(
                "A family", List.of("sh", "-c", "sleep 60 & wait"), Map.of(), folder.resolve("a.log"));
        Readiness.await(process, Duration.ofSeconds(10), () -> children(process).count() == 1);
        var child = children(process).findFirst().orElseThrow();
        process.kill();
        assertThat(child.isAlive()).isFalse();
    }

    private static Stream<ProcessHandle> children(ChildProcess process) {
        return ProcessHandle.of(process.pid()).orElseThrow().children();
    }

    /** Starts a child, tells its id and stays. */
    static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            var child = ChildProcess.start("sleep", List.of("sleep", "60"), Map.of(), Path.of(arguments[0]));
            System.out.println(child.pid());
            Thread.currentThread().join();
        }
    }
}
