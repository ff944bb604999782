package org.tocsin.intake.verification;

import org.tocsin.intake.incident.IncidentStatus;

/** What a verifier may decide. Only VERIFIED starts an appeal. */
enum Decision {
    VERIFIED(IncidentStatus.VERIFIED),
    CONFIDENTIAL_ACTION(IncidentStatus.CONFIDENTIAL_ACTION),
    NEEDS_INFORMATION(IncidentStatus.NEEDS_INFORMATION),
    NOT_VERIFIABLE_YET(IncidentStatus.NOT_VERIFIABLE_YET),
    OUT_OF_MANDATE(IncidentStatus.OUT_OF_MANDATE),
    DUPLICATE(IncidentStatus.DUPLICATE),
    REFUSED(IncidentStatus.REFUSED);

    private final IncidentStatus outcome;

    Decision(IncidentStatus outcome) {
        this.outcome = outcome;
    }

    IncidentStatus outcome() {
        return outcome;
    }
}
