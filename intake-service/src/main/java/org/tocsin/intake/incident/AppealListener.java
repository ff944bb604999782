package org.tocsin.intake.incident;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tocsin.platform.codec.EventCodec;
import org.tocsin.platform.inbox.Inbox;
import org.tocsin.schemas.appeal.AppealIssueCancelled;
import org.tocsin.schemas.appeal.AppealIssued;

/** The way in: topic {@code tocsin.appeal.v1}. */
@Configuration(proxyBeanMethods = false)
class AppealListener {

    private static final String CONSUMER = "noteAppealIssued";

    @Bean
    Consumer<Message<byte[]>> noteAppealIssued(EventCodec codec, Inbox inbox, NoteAppeal noteAppeal) {
        return message -> {
            switch (codec.decode(message)) {
                case AppealIssued event ->
                    inbox.once(CONSUMER, message, () -> noteAppeal.issued(event.getAppealId(), event.getIncidentId()));
                case AppealIssueCancelled event ->
                    inbox.once(CONSUMER, message, () -> noteAppeal.cancelled(event.getAppealId()));
                default -> {} // the other events of the topic are not this service's business
            }
        };
    }
}
