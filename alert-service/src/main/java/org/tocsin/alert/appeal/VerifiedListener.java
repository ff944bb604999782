package org.tocsin.alert.appeal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tocsin.alert.clause.Certainty;
import org.tocsin.alert.clause.DatePrecision;
import org.tocsin.alert.clause.Sector;
import org.tocsin.alert.clause.Urgency;
import org.tocsin.alert.clause.Violation;
import org.tocsin.platform.codec.EventCodec;
import org.tocsin.platform.inbox.Inbox;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.schemas.incident.IncidentVerified;
import org.tocsin.schemas.incident.VerifiedPerson;

/** The way in: topic {@code tocsin.incident.v1}. */
@Configuration(proxyBeanMethods = false)
class VerifiedListener {

    @Bean
    Consumer<Message<byte[]>> openAppeal(EventCodec codec, Inbox inbox, DraftAppeal drafting) {
        return message -> {
            switch (codec.decode(message)) {
                case IncidentVerified event ->
                    inbox.once("openAppeal", message, () -> drafting.handle(toVerifiedFacts(event)));
                default -> {} // the other events of the topic are not this service's business
            }
        };
    }

    /**
     * What a newer intake-service says with a word unknown here waits in the quarantine where guessing would put something
     * false into an appeal; elsewhere the careful reading is taken.
     */
    static VerifiedFacts toVerifiedFacts(IncidentVerified event) {
        return new VerifiedFacts(
                event.getIncidentId(),
                country(event.getCountry()),
                event.getPlace(),
                event.getOccurredFrom(),
                event.getOccurredTo(),
                switch (event.getDatePrecision()) {
                    case DAY -> DatePrecision.DAY;
                    case MONTH -> DatePrecision.MONTH;
                    case YEAR -> DatePrecision.YEAR;
                    case ESTIMATE, UNKNOWN -> DatePrecision.ESTIMATE;
                },
                violations(event),
                switch (event.getUrgency()) {
                    case NORMAL -> Urgency.NORMAL;
                    case URGENT -> Urgency.URGENT;
                    case LIFE_AT_RISK -> Urgency.LIFE_AT_RISK;
                    case UNKNOWN -> throw notUnderstood();
                },
                Certainty.valueOf(event.getCertainty().name()),
                event.getPersons().stream().map(VerifiedListener::person).toList(),
                event.getAudience() == org.tocsin.schemas.Audience.PUBLIC ? Audience.PUBLIC : Audience.MEMBERS,
                event.getPartner(),
                event.getSubmittedBy(),
                event.getVerifiedBy(),
                event.getHostileJurisdictions().stream()
                        .map(VerifiedListener::country)
                        .toList(),
                event.getRiskValidUntil(),
                sealed(event.getNarrative()),
                event.getNarrativeLanguage(),
                event.getKeyId());
    }

    private static List<Violation> violations(IncidentVerified event) {
        if (event.getViolations().isEmpty()) {
            throw notUnderstood();
        }
        return event.getViolations().stream()
                .map(violation -> {
                    if (violation == org.tocsin.schemas.Violation.UNKNOWN) {
                        throw notUnderstood();
                    }
                    return Violation.valueOf(violation.name());
                })
                .toList();
    }

    private static Person person(VerifiedPerson person) {
        return new Person(
                person.getToken(),
                Sector.valueOf(person.getSector().name()),
                sealed(person.getName()),
                sealed(person.getOrganisation()),
                person.getMayName(),
                person.getMayNameOrganisation());
    }

    private static Country country(String code) {
        return Country.of(code).orElseThrow(VerifiedListener::notUnderstood);
    }

    private static @Nullable Sealed sealed(org.tocsin.schemas.@Nullable Sealed sealed) {
        return sealed == null ? null : new Sealed(sealed.getKeyId(), bytes(sealed.getBytes()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static PoisonRecord notUnderstood() {
        return new PoisonRecord(PoisonRecord.Reason.HANDLER_FAILED);
    }
}
