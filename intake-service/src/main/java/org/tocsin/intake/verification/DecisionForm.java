package org.tocsin.intake.verification;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.intake.consent.Audience;
import org.tocsin.intake.consent.Consent;
import org.tocsin.intake.consent.Consents;
import org.tocsin.intake.consent.GivenBy;
import org.tocsin.intake.consent.RiskAnswer;
import org.tocsin.intake.consent.RiskAssessment;
import org.tocsin.intake.fields.Faults;
import org.tocsin.intake.incident.Incident;
import org.tocsin.intake.incident.Urgency;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.web.InvalidRequest;

/** The rules of a decision's fields: from what was sent to a ruling on this incident. */
@Component
class DecisionForm {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 5_000;
    private static final int MOST_COUNTRIES = 250;
    private static final ZoneOffset LAST_TO_LEAVE_A_DAY = ZoneOffset.ofHours(-12);

    private final InstantSource clock;

    DecisionForm(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Reads a decision on an incident.
     *
     * @throws InvalidRequest naming every property that breaks a rule
     */
    Ruling read(DecisionRequest request, Incident incident) {
        var faults = new Faults();
        var decision = faults.oneOf("/decision", request.decision(), Decision.class);
        var reach = faults.oneOf(
                "/audience", request.audience(), DecisionRequest.Reach.class, DecisionRequest.Reach.MEMBERS);
        var ruling = new Ruling(
                decision,
                findings(request, faults),
                faults.oneOf(
                        "/urgency",
                        request.urgency(),
                        Urgency.class,
                        incident.facts().urgency()),
                consents(request, incident.facts().tokens(), faults),
                reach == DecisionRequest.Reach.PUBLIC,
                Boolean.TRUE.equals(request.partnerMayBeNamed()),
                risk(request.risk(), faults),
                countries(request.hostileJurisdictions(), faults),
                request.duplicateOf(),
                faults.text("/note", request.note(), LONGEST_TEXT));
        if (ruling.duplicateOf() != null && decision != Decision.DUPLICATE) {
            faults.add("/duplicateOf", "only with DUPLICATE");
        }
        if (incident.id().equals(ruling.duplicateOf())) {
            faults.add("/duplicateOf", "expected another incident");
        }
        if (decision == Decision.VERIFIED && !faults.has("/decision")) {
            VerifiedRules.check(ruling, incident.facts().tokens(), faults);
        }
        faults.throwIfAny();
        return ruling;
    }

    private static Ruling.Findings findings(DecisionRequest request, Faults faults) {
        return new Ruling.Findings(
                faults.optionalOneOf("/reliability", request.reliability(), Reliability.class),
                faults.optionalOneOf("/certainty", request.certainty(), Certainty.class),
                faults.optionalOneOf("/method", request.method(), Method.class),
                faults.text("/corroboratedBy", request.corroboratedBy(), LONGEST_LINE));
    }

    private static Consents consents(DecisionRequest request, List<String> persons, Faults faults) {
        var sent = Objects.requireNonNullElse(request.consents(), List.<DecisionRequest.@Nullable PersonConsent>of());
        var consents = new ArrayList<Consent>();
        var seen = new HashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            var at = "/consents/" + i;
            var consent = sent.get(i);
            if (consent == null) {
                faults.add(at, "required");
                continue;
            }
            var person = faults.required(at + "/person", consent.person());
            if (!person.isEmpty() && !persons.contains(person)) {
                faults.add(at + "/person", "expected a person of this incident: " + String.join(", ", persons));
            } else if (!seen.add(person)) {
                faults.add(at + "/person", "named twice");
            }
            consents.add(new Consent(
                    person,
                    faults.oneOf(at + "/givenBy", consent.givenBy(), GivenBy.class),
                    audiences(at + "/audiences", consent.audiences(), faults),
                    Boolean.TRUE.equals(consent.name()),
                    Boolean.TRUE.equals(consent.photo()),
                    Boolean.TRUE.equals(consent.place()),
                    Boolean.TRUE.equals(consent.organisation())));
        }
        return new Consents(consents);
    }

    private static Set<Audience> audiences(String pointer, @Nullable List<@Nullable String> words, Faults faults) {
        var audiences = EnumSet.noneOf(Audience.class);
        if (words == null) {
            faults.add(pointer, "required");
            return audiences;
        }
        for (int i = 0; i < words.size(); i++) {
            audiences.add(faults.oneOf(pointer + "/" + i, words.get(i), Audience.class));
        }
        return audiences;
    }

    private @Nullable RiskAssessment risk(DecisionRequest.@Nullable Risk risk, Faults faults) {
        if (risk == null) {
            return null;
        }
        var validUntil = faults.day("/risk/validUntil", risk.validUntil());
        if (!faults.has("/risk/validUntil")
                && validUntil.isBefore(LocalDate.ofInstant(clock.instant(), LAST_TO_LEAVE_A_DAY))) {
            faults.add("/risk/validUntil", "in the past");
        }
        return new RiskAssessment(
                faults.oneOf("/risk/subject", risk.subject(), RiskAnswer.class),
                faults.oneOf("/risk/family", risk.family(), RiskAnswer.class),
                faults.oneOf("/risk/source", risk.source(), RiskAnswer.class),
                faults.oneOf("/risk/recipients", risk.recipients(), RiskAnswer.class),
                faults.text("/risk/mitigations", risk.mitigations(), LONGEST_TEXT),
                validUntil);
    }

    private static Set<Country> countries(@Nullable List<@Nullable String> codes, Faults faults) {
        var countries = new LinkedHashSet<Country>();
        if (codes != null) {
            faults.atMost("/hostileJurisdictions", codes, MOST_COUNTRIES);
            for (int i = 0; i < codes.size(); i++) {
                countries.add(faults.country("/hostileJurisdictions/" + i, codes.get(i)));
            }
        }
        return countries;
    }
}
