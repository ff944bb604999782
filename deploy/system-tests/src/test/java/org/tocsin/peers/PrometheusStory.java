package org.tocsin.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.Service;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Tools;

/** Prometheus reads what the services tell of themselves. */
class PrometheusStory {

    @ParameterizedTest
    @EnumSource(Service.class)
    void promtoolAcceptsTheMetricsOf(Service service) throws IOException, InterruptedException {
        var stack = Stage.stack();
        var metrics = stack.doors().metrics(service.port(stack.ports()));
        var promtool = new ProcessBuilder(Tools.need("promtool", "peers").toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();

        try (var in = promtool.getOutputStream()) {
            in.write(metrics.getBytes(UTF_8));
        }
        var said = new String(promtool.getInputStream().readAllBytes(), UTF_8);

        assertThat(metrics).contains("tocsin_");
        assertThat(said.lines().filter(line -> line.startsWith("tocsin_") || line.startsWith("error")))
                .isEmpty();
        assertThat(promtool.waitFor()).as(said).isIn(0, 3); // 3: advice about names that others chose
    }
}
