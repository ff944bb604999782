package org.tocsin.notification.delivery;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tocsin.notification.rendering.AppealSubject;
import org.tocsin.notification.rendering.Document;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.LanguageText;
import org.tocsin.notification.rendering.Urgency;
import org.tocsin.platform.codec.CanonicalForm;
import org.tocsin.platform.codec.EventCodec;
import org.tocsin.platform.inbox.Inbox;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.signing.Verifier;
import org.tocsin.schemas.Audience;
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
                    var appeal = toIssuedAppeal(event);
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
        if (!verifier.verifies(signingKeyId, CanonicalForm.of(event, "signature"), bytes(signature))) {
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

    private static IssuedAppeal toIssuedAppeal(AppealIssued event) {
        return new IssuedAppeal(
                event.getAppealId(),
                event.getVersion(),
                event.getIncidentId(),
                event.getReference(),
                event.getIssuedAt(),
                event.getSendNotBefore(),
                new Country(event.getCountry()),
                urgency(event),
                event.getAudience() == Audience.PUBLIC
                        ? org.tocsin.notification.policy.Audience.PUBLIC
                        : org.tocsin.notification.policy.Audience.MEMBERS,
                event.getHostileJurisdictions().stream().map(Country::new).collect(Collectors.toUnmodifiableSet()),
                event.getSubjects().stream().map(AppealListener::subject).toList(),
                texts(event));
    }

    /** A word newer than this service is read as the more cautious of those it knows. */
    private static Urgency urgency(AppealIssued event) {
        return switch (event.getUrgency()) {
            case LIFE_AT_RISK -> Urgency.LIFE_AT_RISK;
            case NORMAL -> Urgency.NORMAL;
            case URGENT, UNKNOWN -> Urgency.URGENT;
        };
    }

    /** Languages newer than this service are left out; the members who wanted them get a fall-back. */
    private static Map<Language, LanguageText> texts(AppealIssued event) {
        var texts = new EnumMap<Language, LanguageText>(Language.class);
        for (var text : event.getLanguages()) {
            Language.of(text.getLanguage()).ifPresent(language -> texts.put(language, text(text)));
        }
        return texts;
    }

    private static LanguageText text(org.tocsin.schemas.appeal.LanguageText text) {
        return new LanguageText(
                text.getHeadline(),
                text.getOpening(),
                text.getSituation(),
                text.getSituationWithoutPlace(),
                text.getStory(),
                text.getConcern(),
                List.copyOf(text.getDemands()),
                Map.copyOf(text.getDescriptions()));
    }

    private static AppealSubject subject(org.tocsin.schemas.appeal.AppealSubject subject) {
        return new AppealSubject(subject.getToken(), sealed(subject.getName()), sealed(subject.getOrganisation()));
    }

    private static @Nullable Sealed sealed(org.tocsin.schemas.@Nullable Sealed sealed) {
        return sealed == null ? null : new Sealed(sealed.getKeyId(), bytes(sealed.getBytes()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
