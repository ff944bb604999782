package org.tocsin.intake.verification;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.intake.consent.Audience;
import org.tocsin.intake.consent.GivenBy;
import org.tocsin.intake.consent.RiskAnswer;
import org.tocsin.intake.incident.Urgency;

/** A decision as it is sent. VERIFIED needs all of the findings, consents and risk; the others need the decision only. */
@Schema(requiredProperties = "decision")
record DecisionRequest(
        @Schema(implementation = Decision.class) @Nullable String decision,

        @Schema(implementation = Reliability.class) @Nullable
        String reliability,

        @Schema(implementation = Certainty.class, description = "VERIFIED needs POSSIBLE or better.") @Nullable
        String certainty,

        @Schema(implementation = Method.class) @Nullable String method,

        @Schema(description = "Who corroborated the facts; sealed.") @Nullable
        String corroboratedBy,

        @Schema(implementation = Urgency.class, description = "The submitter's unless said otherwise.") @Nullable
        String urgency,

        @Schema(description = "One for each person.") @Nullable
        List<@Nullable PersonConsent> consents,

        @Schema(
                implementation = Reach.class,
                description = "Of an appeal without persons: MEMBERS unless said otherwise."
                        + " With persons their consents decide.")
        @Nullable
        String audience,

        @Nullable Boolean partnerMayBeNamed,
        @Nullable Risk risk,

        @Schema(description = "ISO 3166-1 alpha-3; danger is not the incident's country alone.") @Nullable
        List<@Nullable String> hostileJurisdictions,

        @Schema(description = "The incident that tells of the same, with DUPLICATE.") @Nullable
        UUID duplicateOf,

        @Schema(description = "For colleagues; sealed.") @Nullable
        String note) {

    /** How far an appeal without persons may go. */
    enum Reach {
        MEMBERS,
        PUBLIC
    }

    /** What one person agreed to. What is not said is not agreed to. */
    @Schema(requiredProperties = {"person", "givenBy", "audiences"})
    record PersonConsent(
            @Schema(description = "P1, P2, ... in the order submitted.", example = "P1") @Nullable
            String person,

            @Schema(implementation = GivenBy.class) @Nullable
            String givenBy,

            @ArraySchema(schema = @Schema(implementation = Audience.class)) @Nullable
            List<@Nullable String> audiences,

            @Nullable Boolean name,
            @Nullable Boolean photo,
            @Nullable Boolean place,
            @Nullable Boolean organisation) {}

    /** Whom an appeal may endanger. */
    record Risk(
            @Schema(implementation = RiskAnswer.class) @Nullable
            String subject,

            @Schema(implementation = RiskAnswer.class) @Nullable
            String family,

            @Schema(implementation = RiskAnswer.class) @Nullable
            String source,

            @Schema(implementation = RiskAnswer.class) @Nullable
            String recipients,

            @Schema(description = "Required with a YES; sealed.") @Nullable
            String mitigations,

            @Schema(description = "Last day on which the answers hold.", format = "date") @Nullable
            String validUntil) {
        @Override
        public String toString() {
            return "Risk";
        }
    }

    @Override
    public String toString() {
        return "DecisionRequest";
    }
}
