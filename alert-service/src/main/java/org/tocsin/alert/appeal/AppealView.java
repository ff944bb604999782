package org.tocsin.alert.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.clause.Sector;
import org.tocsin.alert.clause.Urgency;
import org.tocsin.alert.clause.Violation;
import org.tocsin.platform.language.Country;

/** An appeal as its authors, translators and approvers see it. Who sent the report is not theirs to see. */
@Schema(name = "Appeal", description = "An appeal with its texts; people are tokens such as {P1} in them")
record AppealView(
        UUID appealId,
        UUID incidentId,
        UUID caseId,

        @Schema(description = "counted from 1; also the ETag")
        long version,

        AppealStatus status,

        @Schema(description = "given at the first issue") @Nullable
        String reference,

        String country,
        Urgency urgency,
        List<Violation> violations,
        Audience audience,
        List<PersonView> persons,
        List<String> hostileJurisdictions,

        @Schema(description = "the last day on which the risk assessment holds")
        LocalDate riskValidUntil,

        @Schema(description = "state by language") Map<String, LanguageState> languages,

        @Schema(description = "languages that would be sent without anybody having read them")
        List<String> unread,

        @Schema(description = "languages that would not be sent; their readers get another one")
        List<String> unsent,

        @Schema(description = "by language") Map<String, TextView> texts,
        String verifiedBy,

        @Schema(description = "who changed a text; none of them approves")
        Set<String> editors,

        @Nullable Act reviewRequested,
        @Nullable Act approved,
        @Nullable IssueView issued,

        @Schema(description = "absent unless it is held now") @Nullable
        Instant heldSince,

        @Nullable String heldBy,
        @Nullable RecalledView recalled,
        Instant draftedAt) {

    static AppealView of(Appeal appeal) {
        var facts = appeal.facts();
        var versions = appeal.languages().values();
        var held = appeal.held();
        return new AppealView(
                appeal.id(),
                facts.incidentId(),
                appeal.caseId(),
                appeal.version(),
                appeal.status(),
                appeal.reference() == null ? null : appeal.reference().canonical(),
                facts.country().code(),
                facts.urgency(),
                facts.violations(),
                facts.audience(),
                facts.persons().stream().map(PersonView::of).toList(),
                facts.hostileJurisdictions().stream().map(Country::code).toList(),
                facts.riskValidUntil(),
                byTag(appeal, LanguageVersion::state),
                versions.stream()
                        .filter(version -> version.state() != LanguageState.CHECKED
                                && version.sendable().isPresent())
                        .map(version -> version.language().tag())
                        .toList(),
                versions.stream()
                        .filter(version -> version.sendable().isEmpty())
                        .map(version -> version.language().tag())
                        .toList(),
                byTag(appeal, TextView::of),
                facts.verifiedBy(),
                appeal.editors(),
                appeal.reviewRequested(),
                appeal.approved(),
                IssueView.of(appeal.issued()),
                held == null ? null : held.at(),
                held == null ? null : held.by(),
                RecalledView.of(appeal.recalled()),
                appeal.draftedAt());
    }

    private static <T> Map<String, T> byTag(Appeal appeal, Function<LanguageVersion, T> part) {
        return appeal.languages().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().tag(),
                        entry -> part.apply(entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** That it was issued. */
    @Schema(name = "AppealIssue")
    record IssueView(String by, Instant at, Instant sendNotBefore) {
        static @Nullable IssueView of(@Nullable Issue issue) {
            return issue == null ? null : new IssueView(issue.by(), issue.at(), issue.sendNotBefore());
        }
    }

    /** That it was taken back for good. */
    @Schema(name = "AppealRecall")
    record RecalledView(Instant at, String by, RecallNotice notice) {
        static @Nullable RecalledView of(@Nullable Recall recall) {
            return recall == null ? null : new RecalledView(recall.at(), recall.by(), recall.notice());
        }
    }

    /** A person as texts know it. */
    record PersonView(String token, Sector sector, boolean mayName, boolean mayNameOrganisation) {
        static PersonView of(Person person) {
            return new PersonView(person.token(), person.sector(), person.mayName(), person.mayNameOrganisation());
        }
    }

    /** One language. */
    @Schema(name = "AppealText")
    record TextView(
            String language,
            LanguageState state,
            String headline,

            @Schema(description = "the headline was written by a person")
            boolean ownHeadline,

            String opening,
            String situation,
            String situationWithoutPlace,
            @Nullable String story,
            String concern,
            List<String> demands,

            @Schema(description = "what stands for a person who is not named")
            Map<String, String> descriptions,

            @Schema(description = "version of the clause library")
            String libraryVersion,

            @Schema(description = "parts of names, such as P1.2, that are ordinary words here")
            Set<String> accepted,

            @Nullable Act edited,
            @Nullable Act checked) {

        static TextView of(LanguageVersion version) {
            var clause = version.clause();
            return new TextView(
                    version.language().tag(),
                    version.state(),
                    version.headline(),
                    version.ownHeadline() != null,
                    clause.opening(),
                    clause.situation(),
                    clause.situationWithoutPlace(),
                    version.story(),
                    clause.concern(),
                    clause.demands(),
                    clause.descriptions(),
                    version.libraryVersion(),
                    version.accepted(),
                    version.edited(),
                    version.checked());
        }

        @Override
        public String toString() {
            return "TextView[" + language + "]";
        }
    }

    @Override
    public String toString() {
        return "AppealView[" + appealId + "]";
    }
}
