package org.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SettingsAutoConfiguration.class))
            .withUserConfiguration(Sending.class)
            .withPropertyValues("tocsin.kafka.brokers=127.0.0.1:1");

    @ConfigurationProperties("tocsin.sending")
    record SendingProperties(int maxAttempts, Map<String, String> routes) {}

    @EnableConfigurationProperties(SendingProperties.class)
    static class Sending {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tocsin.sending.max-attempts=3",
                "tocsin.sending.maxAttempts=3",
                "tocsin.sending.routes.a-b=x",
                "tocsinada.other=1"
            })
    void acceptsWhatSomebodyReads(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tocsin.sending.max-atempts", "tocsin.sendin.max-attempts", "tocsin.x"})
    void stopsTheStartAtASettingThatNobodyReads(String typo) {
        service.withPropertyValues(typo + "=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(WrongSettings.class)
                        .hasMessage("no such setting: " + typo));
    }

    @Test
    void treatsEnvironmentVariablesAlike() {
        inEnvironment("TOCSIN_SENDING_MAX_ATTEMPTS")
                .run(context -> assertThat(context).hasNotFailed());
        inEnvironment("TOCSIN_SENDING_MAXATTEMPTS").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(SendingProperties.class).maxAttempts()).isEqualTo(3);
        });
        inEnvironment("TOCSIN_SENDING_MAXATEMPTS")
                .run(context ->
                        assertThat(context).getFailure().hasMessage("no such setting: TOCSIN_SENDING_MAXATEMPTS"));
    }

    @Test
    void asksForThePortsOfAServer() {
        var server = new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withConfiguration(AutoConfigurations.of(
                        SettingsAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class))
                .withPropertyValues("tocsin.kafka.brokers=127.0.0.1:1");
        server.run(context -> assertThat(context).getFailure().hasMessage("server.port is not set"));
        server.withPropertyValues("server.port=0")
                .run(context -> assertThat(context).getFailure().hasMessage("management.server.port is not set"));
        server.withPropertyValues("server.port=0", "management.server.port=0")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private ApplicationContextRunner inEnvironment(String variable) {
        return service.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(variable, "3"))));
    }
}
