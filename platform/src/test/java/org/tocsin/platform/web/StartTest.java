package org.tocsin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service without its settings does not start, and says in a sentence which one it misses. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void namesTheSettingThatIsMissing(CapturedOutput log) {
        assertThatThrownBy(() -> start("--tocsin.kafka.brokers=127.0.0.1:1")).isNotNull();
        assertThat(log.getAll()).contains("APPLICATION FAILED TO START", "tocsin.security.issuer-uri is not set");
    }

    @Test
    void namesTheSettingThatNobodyReads(CapturedOutput log) {
        assertThatThrownBy(() -> start(
                        "--tocsin.kafka.brokers=127.0.0.1:1",
                        "--tocsin.security.issuer-uri=http://127.0.0.1:1",
                        "--tocsin.security.isuer-uri=http://127.0.0.1:1"))
                .isNotNull();
        assertThat(log.getAll()).contains("APPLICATION FAILED TO START", "no such setting: tocsin.security.isuer-uri");
    }

    private static void start(String... settings) {
        var shared = Stream.of(
                "--spring.config.import=classpath:platform.yaml",
                "--spring.application.name=test-service",
                "--spring.cloud.function.definition=",
                "--server.port=0",
                "--management.server.port=0",
                "--management.endpoint.health.validate-group-membership=false");
        new SpringApplicationBuilder(TestService.class)
                .run(Stream.concat(shared, Stream.of(settings)).toArray(String[]::new))
                .close();
    }
}
