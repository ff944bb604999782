package org.tocsin.intake.verification;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.intake.consent.Consents;
import org.tocsin.intake.consent.RiskAssessment;
import org.tocsin.intake.incident.Urgency;
import org.tocsin.platform.language.Country;

/**
 * What a verifier found and decided.
 *
 * @param findings how far the facts can be relied on
 * @param urgency as the verifier judges it
 * @param publicAskedFor whether an appeal without persons shall be public
 * @param partnerMayBeNamed whether the informing partner agreed to be named
 * @param hostileJurisdictions countries whose members need the protection of in-country members
 */
record Ruling(
        Decision decision,
        Findings findings,
        Urgency urgency,
        Consents consents,
        boolean publicAskedFor,
        boolean partnerMayBeNamed,
        @Nullable RiskAssessment risk,
        Set<Country> hostileJurisdictions,
        @Nullable UUID duplicateOf,
        @Nullable String note) {

    /**
     * How far the facts can be relied on. All of it is needed for VERIFIED only.
     *
     * @param corroboratedBy who corroborated; sealed before it is stored
     */
    record Findings(
            @Nullable Reliability reliability,
            @Nullable Certainty certainty,
            @Nullable Method method,
            @Nullable String corroboratedBy) {
        @Override
        public String toString() {
            return "Findings";
        }
    }

    boolean isPublic() {
        return consents.allowPublic(publicAskedFor);
    }

    @Override
    public String toString() {
        return "Ruling[" + decision + "]";
    }
}
