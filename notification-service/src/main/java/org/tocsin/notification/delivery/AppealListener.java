package org.tocsin.notification.delivery;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tocsin.notification.rendering.Document;
import org.tocsin.platform.codec.CanonicalForm;
import org.tocsin.platform.codec.EventCodec;
import org.tocsin.platform.inbox.Inbox;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.platform.signing.Verifier;
import org.tocsin.schemas.RecallNotice;
import org.tocsin.schemas.appeal.AppealDrafted;
import org.tocsin.schemas.appeal.AppealHeld;
import org.tocsin.schemas.appeal.AppealHoldReleased;
import org.tocsin.schemas.appeal.AppealIssueCancelled;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.AppealRecalled;

/**
 * The way in: topic {@code tocsin.appeal.v1}. What makes this service write to members is believed only with the signature
 * of alert-service.
 */
@Configuration(proxyBeanMethods = false)
class AppealListener {

    private static final String CONSUMER = "planDeliveries";

    @Bean
    Consumer<Message<byte[]>> planDeliveries(
            EventCodec codec,
            Inbox inbox,
            Verifier verifier,
            FanOuts fanOuts,
            PlanDeliveries planning,
            CancelDeliveries cancelling,
            StopSending stopping) {
        return message -> {
            switch (codec.decode(message)) {
                case AppealDrafted event ->
                    inbox.once(CONSUMER, message, () -> fanOuts.remember(event.getAppealId(), event.getDraftedAt()));
                case AppealIssued event -> {
                    require(verifier, event, event.getSigningKeyId(), event.getSignature());
                    var appeal = IssuedAppeals.of(event);
                    inbox.once(CONSUMER, message, () -> planning.handle(appeal));
                }
                case AppealIssueCancelled event ->
                    inbox.once(CONSUMER, message, () -> cancelling.handle(event.getAppealId(), event.getVersion()));
                case AppealHeld event -> {
                    require(verifier, event, event.getSigningKeyId(), event.getSignature());
                    inbox.once(
                            CONSUMER,
                            message,
                            () -> stopping.handle(event.getAppealId(), event.getVersion(), Document.WAIT));
                }
                case AppealHoldReleased event -> {
                    require(verifier, event, event.getSigningKeyId(), event.getSignature());
                    inbox.once(
                            CONSUMER,
                            message,
                            () -> stopping.handle(event.getAppealId(), event.getVersion(), Document.GO_ON));
                }
                case AppealRecalled event -> {
                    require(verifier, event, event.getSigningKeyId(), event.getSignature());
                    inbox.once(
                            CONSUMER,
                            message,
                            () -> stopping.handle(
                                    event.getAppealId(), event.getVersion(), sentence(event.getNotice())));
                }
                default -> {} // drafts, reviews and approvals are not this service's business
            }
        };
    }

    private static void require(Verifier verifier, SpecificRecord event, String signingKeyId, ByteBuffer signature) {
        var bytes = new byte[signature.remaining()];
        signature.duplicate().get(bytes);
        if (!verifier.verifies(signingKeyId, CanonicalForm.of(event, "signature"), bytes)) {
            throw new PoisonRecord(PoisonRecord.Reason.BAD_SIGNATURE);
        }
    }

    /** A notice newer than this service is read as the one that asks for most. */
    private static Document sentence(RecallNotice notice) {
        return switch (notice) {
            case RELEASED -> Document.RELEASED;
            case CORRECTION -> Document.CORRECTION;
            case WITHDRAWN, UNKNOWN -> Document.WITHDRAWN;
        };
    }
}
