package org.tocsin.intake.incident;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is sent. Everything may be absent here, so that {@link IncidentForm} can name all that is missing at
 * once. No part of it tells its content to a log.
 */
@Schema(requiredProperties = {"country", "occurred", "violations", "narrative", "safeContact"})
record IncidentRequest(
        @Schema(description = "Where it happened, ISO 3166-1 alpha-3.", example = "COD") @Nullable
        String country,

        @Schema(description = "Place below the country.", example = "Goma") @Nullable
        String place,

        @Nullable Occurred occurred,

        @ArraySchema(schema = @Schema(implementation = Violation.class), minItems = 1) @Nullable
        List<@Nullable String> violations,

        @Schema(implementation = Urgency.class, description = "URGENT unless said otherwise.") @Nullable
        String urgency,

        @Nullable Narrative narrative,

        @Schema(description = "Called P1, P2, ... from then on, in this order.") @Nullable
        List<@Nullable Person> persons,

        @Nullable SafeContact safeContact,

        @Schema(description = "Why it is said to have happened.") @Nullable
        String statedReason,

        @Schema(description = "Who is said to have done it.") @Nullable
        String perpetrators,

        @Schema(description = "The partner who reports by phone; only for staff, and required of them.") @Nullable
        String onBehalfOf,

        @Schema(
                implementation = SourceConnection.class,
                description = "How the person on the phone is connected to the victim.")
        @Nullable
        String sourceConnection) {

    /** When it happened. */
    record Occurred(
            @Schema(description = "First day, not in the future.", format = "date", example = "2026-11-20") @Nullable
            String from,

            @Schema(description = "Last day, when it lasted.", format = "date") @Nullable
            String to,

            @Schema(implementation = DatePrecision.class, description = "DAY unless said otherwise.") @Nullable
            String precision) {
        @Override
        public String toString() {
            return "Occurred";
        }
    }

    /** In the partner's own words. */
    record Narrative(
            @Schema(description = "BCP 47 tag.", example = "fr") @Nullable
            String language,

            @Nullable String text) {
        @Override
        public String toString() {
            return "Narrative";
        }
    }

    /** Somebody it happened to. */
    record Person(
            @Nullable String name,

            @Schema(implementation = Sector.class, description = "OTHER unless said otherwise.") @Nullable
            String sector,

            @Nullable String organisation,

            @Schema(description = "Function, such as president.") @Nullable
            String role) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    /** How to reach the person who told us without endangering anybody. */
    @Schema(requiredProperties = {"channel", "address"})
    record SafeContact(
            @Schema(implementation = ContactChannel.class) @Nullable
            String channel,

            @Schema(description = "E-mail address, number with country code, or what the channel needs.") @Nullable
            String address,

            @Schema(description = "BCP 47 tag of the language to speak.") @Nullable
            String language,

            @Nullable String safeTimes,

            @Schema(description = "What to say if somebody else answers.") @Nullable
            String ifAnotherAnswers,

            @Nullable Boolean mayLeaveMessage) {
        @Override
        public String toString() {
            return "SafeContact";
        }
    }

    @Override
    public String toString() {
        return "IncidentRequest";
    }
}
