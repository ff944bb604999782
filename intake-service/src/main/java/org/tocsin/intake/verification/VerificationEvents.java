package org.tocsin.intake.verification;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.intake.consent.Consent;
import org.tocsin.intake.incident.Incident;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.DatePrecision;
import org.tocsin.schemas.Sector;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.incident.IncidentClaimReleased;
import org.tocsin.schemas.incident.IncidentClaimed;
import org.tocsin.schemas.incident.IncidentDecided;
import org.tocsin.schemas.incident.IncidentVerified;
import org.tocsin.schemas.incident.VerifiedPerson;

/** The way out: topic {@code tocsin.incident.v1}, from the claim on. Words of the closed sets are the same on both sides. */
@Component
class VerificationEvents {

    private final Outbox outbox;

    VerificationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void claimed(Incident incident) {
        var claim = Objects.requireNonNull(incident.claim());
        outbox.add(
                incident.id(),
                IncidentClaimed.newBuilder()
                        .setIncidentId(incident.id())
                        .setVersion(incident.version())
                        .setClaimedAt(claim.at())
                        .setClaimedBy(claim.by())
                        .build());
    }

    void released(Incident incident, String by, Instant at) {
        outbox.add(
                incident.id(),
                IncidentClaimReleased.newBuilder()
                        .setIncidentId(incident.id())
                        .setVersion(incident.version())
                        .setReleasedAt(at)
                        .setReleasedBy(by)
                        .build());
    }

    void decided(Incident incident, Decision decision, String by, Instant at) {
        outbox.add(
                incident.id(),
                IncidentDecided.newBuilder()
                        .setIncidentId(incident.id())
                        .setVersion(incident.version())
                        .setDecidedAt(at)
                        .setDecidedBy(by)
                        .setDecision(org.tocsin.schemas.incident.Decision.valueOf(decision.name()))
                        .build());
    }

    void verified(Incident incident, Ruling ruling, VerifiedFacts.Confidential confidential, String by, Instant at) {
        var facts = incident.facts();
        var origin = incident.origin();
        var findings = ruling.findings();
        outbox.add(
                incident.id(),
                IncidentVerified.newBuilder()
                        .setIncidentId(incident.id())
                        .setVersion(incident.version())
                        .setVerifiedAt(at)
                        .setVerifiedBy(by)
                        .setSubmittedBy(origin.submittedBy())
                        .setCountry(facts.country().code())
                        .setPlace(confidential.place())
                        .setOccurredFrom(facts.occurred().from())
                        .setOccurredTo(facts.occurred().to())
                        .setDatePrecision(DatePrecision.valueOf(
                                facts.occurred().precision().name()))
                        .setViolations(facts.violations().stream()
                                .map(violation -> Violation.valueOf(violation.name()))
                                .toList())
                        .setUrgency(Urgency.valueOf(ruling.urgency().name()))
                        .setCertainty(org.tocsin.schemas.Certainty.valueOf(word(findings.certainty())))
                        .setReliability(org.tocsin.schemas.Reliability.valueOf(word(findings.reliability())))
                        .setMethod(org.tocsin.schemas.Method.valueOf(word(findings.method())))
                        .setPersons(persons(incident, ruling, confidential))
                        .setAudience(ruling.isPublic() ? Audience.PUBLIC : Audience.MEMBERS)
                        .setPartnerMayBeNamed(ruling.partnerMayBeNamed())
                        .setPartner(ruling.partnerMayBeNamed() ? origin.partner() : null)
                        .setHostileJurisdictions(ruling.hostileJurisdictions().stream()
                                .map(Country::code)
                                .toList())
                        .setRiskValidUntil(Objects.requireNonNull(ruling.risk()).validUntil())
                        .setNarrative(avro(confidential.narrative()))
                        .setNarrativeLanguage(facts.narrativeLanguage())
                        .setKeyId(incident.keyId())
                        .build());
    }

    private static List<VerifiedPerson> persons(
            Incident incident, Ruling ruling, VerifiedFacts.Confidential confidential) {
        return incident.facts().tokens().stream()
                .map(token -> person(
                        token,
                        Sector.valueOf(incident.facts().sectorOf(token).name()),
                        ruling.consents().of(token).orElseThrow(),
                        confidential))
                .toList();
    }

    private static VerifiedPerson person(
            String token, Sector sector, Consent consent, VerifiedFacts.Confidential confidential) {
        return VerifiedPerson.newBuilder()
                .setToken(token)
                .setSector(sector)
                .setName(avro(confidential.name(token)))
                .setOrganisation(avro(confidential.organisation(token)))
                .setMayName(consent.name())
                .setMayNameOrganisation(consent.organisation())
                .setAudience(consent.includesPublic() ? Audience.PUBLIC : Audience.MEMBERS)
                .build();
    }

    private static org.tocsin.schemas.@Nullable Sealed avro(org.tocsin.platform.sealing.@Nullable Sealed sealed) {
        return sealed == null ? null : new org.tocsin.schemas.Sealed(sealed.keyId(), ByteBuffer.wrap(sealed.bytes()));
    }

    private static String word(@Nullable Enum<?> constant) {
        return Objects.requireNonNull(constant).name();
    }
}
