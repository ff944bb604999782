package org.tocsin.alert.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.clause.Certainty;
import org.tocsin.alert.clause.DatePrecision;
import org.tocsin.alert.clause.Facts;
import org.tocsin.alert.clause.Subject;
import org.tocsin.alert.clause.Urgency;
import org.tocsin.alert.clause.Violation;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.sealing.Sealed;

/**
 * What a verifier found true and what the people concerned agreed to; kept with the appeal as it came.
 *
 * @param place below the country; absent unless everybody concerned agreed to it
 * @param partner account of the informing partner, present only if it may be named
 * @param submittedBy account; never shown, it would name the source
 * @param hostileJurisdictions where members need the protection of those in the incident's country
 * @param riskValidUntil the last day on which the risk assessment holds
 * @param narrative the source's own words, sealed
 * @param keyId the data key of the incident
 */
record VerifiedFacts(
        UUID incidentId,
        Country country,
        @Nullable String place,
        LocalDate from,
        @Nullable LocalDate to,
        DatePrecision precision,
        List<Violation> violations,
        Urgency urgency,
        Certainty certainty,
        List<Person> persons,
        Audience audience,
        @Nullable String partner,
        String submittedBy,
        String verifiedBy,
        List<Country> hostileJurisdictions,
        LocalDate riskValidUntil,
        @Nullable Sealed narrative,
        @Nullable String narrativeLanguage,
        String keyId) {

    VerifiedFacts {
        violations = List.copyOf(violations);
        persons = List.copyOf(persons);
        hostileJurisdictions = List.copyOf(hostileJurisdictions);
    }

    /** What the clause library writes from; without the partner, of whom only the account is known here. */
    Facts forClauses() {
        var subjects = persons.stream()
                .map(person -> new Subject(person.token(), person.sector()))
                .toList();
        return new Facts(country, place, from, to, precision, violations, urgency, certainty, subjects, null);
    }

    boolean restricted() {
        return audience == Audience.MEMBERS;
    }

    /** Ids and nothing else: facts reach no log. */
    @Override
    public String toString() {
        return "VerifiedFacts[" + incidentId + "]";
    }
}
