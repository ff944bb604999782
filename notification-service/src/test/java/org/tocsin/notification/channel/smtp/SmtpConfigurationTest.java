package org.tocsin.notification.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;

class SmtpConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(SmtpConfiguration.class)
            .withBean(InstantSource.class, InstantSource::system)
            .withPropertyValues(
                    "tocsin.notification.smtp.host=127.0.0.1",
                    "tocsin.notification.smtp.port=1025",
                    "tocsin.notification.smtp.from=Tocsin <appeals@tocsin.example>",
                    "tocsin.notification.smtp.reply-to=desk@tocsin.example");

    @Test
    void setsUpEmail() {
        service.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Channel.class).type()).isEqualTo(ChannelType.EMAIL);
            assertThat(context.getBean(SmtpProperties.class).connections()).isEqualTo(16);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=",
                "port=0",
                "connections=0",
                "conections=4",
                "reply-timeout=30s",
                "username=somebody",
                "from=nobody",
                "from=a@tocsin.example, b@tocsin.example",
                "reply-to=desk"
            })
    void doesNotStartWithASettingThatCannotBeMeant(String setting) {
        service.withPropertyValues("tocsin.notification.smtp." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
