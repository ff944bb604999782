package org.tocsin.notification.delivery;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.rendering.AppealSubject;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.LanguageText;
import org.tocsin.notification.rendering.Urgency;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.appeal.AppealIssued;

/** From the event to the appeal as this service knows it. */
final class IssuedAppeals {

    private IssuedAppeals() {}

    static IssuedAppeal of(AppealIssued event) {
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
                event.getSubjects().stream().map(IssuedAppeals::subject).toList(),
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
