package org.tocsin.alert.appeal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.casefile.ReferenceCode;
import org.tocsin.alert.clause.Certainty;
import org.tocsin.alert.clause.ClauseText;
import org.tocsin.alert.clause.DatePrecision;
import org.tocsin.alert.clause.Sector;
import org.tocsin.alert.clause.Urgency;
import org.tocsin.alert.clause.Violation;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.sealing.Sealed;

/** Invented appeals for tests. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final String NAME = "Espérance Mukendi wa Tshala";
    static final String SUBMITTER = "partner-one";
    static final String VERIFIER = "verifier-one";
    static final String AUTHOR = "author-one";
    static final String APPROVER = "approver-one";
    static final ReferenceCode REFERENCE =
            ReferenceCode.parse("COD 001 / 1126 / OBS 001").orElseThrow();
    static final KnownNames NAMES = new KnownNames(List.of(KnownName.person("P1", NAME)));

    private Samples() {}

    static VerifiedFacts facts() {
        return facts(UUID.randomUUID(), "COD", Audience.PUBLIC);
    }

    static VerifiedFacts facts(UUID incidentId, String country, Audience audience) {
        return new VerifiedFacts(
                incidentId,
                new Country(country),
                "Goma",
                LocalDate.of(2026, 11, 20),
                null,
                DatePrecision.DAY,
                List.of(Violation.ARB_ARREST, Violation.THREAT),
                Urgency.URGENT,
                Certainty.LIKELY,
                List.of(new Person("P1", Sector.LAWYER, sealed("P1.name"), sealed("P1.organisation"), true, false)),
                audience,
                null,
                SUBMITTER,
                VERIFIER,
                List.of(new Country("RWA")),
                LocalDate.of(2026, 12, 31),
                sealed("narrative"),
                "fr",
                "key-1");
    }

    private static Sealed sealed(String field) {
        return new Sealed("key-1", field.getBytes(StandardCharsets.UTF_8));
    }

    static Appeal draft() {
        return draft(facts());
    }

    static Appeal draft(VerifiedFacts facts) {
        var texts = Arrays.stream(Language.values()).map(Samples::clause).toList();
        return Appeal.draft(UUID.randomUUID(), UUID.randomUUID(), facts, texts, "lib-1", NOON);
    }

    static Appeal in(AppealStatus status) {
        var draft = draft();
        var approval = new Act(APPROVER, NOON);
        var delay = new Issue(APPROVER, NOON, NOON.plusSeconds(300));
        return switch (status) {
            case DRAFT -> draft;
            case IN_REVIEW -> draft.requestReview(new Act(AUTHOR, NOON));
            case CHANGES_REQUESTED -> draft.requestReview(new Act(AUTHOR, NOON)).requestChanges();
            case APPROVED -> draft.approve(approval, NAMES);
            case ISSUED -> draft.approve(approval, NAMES).issue(REFERENCE, delay);
            case RECALLED -> in(AppealStatus.ISSUED).recall(new Recall(VERIFIER, NOON, RecallNotice.RELEASED));
            case EMBARGOED, SUPERSEDED, CLOSED ->
                new Appeal(
                        draft.id(),
                        draft.caseId(),
                        draft.facts(),
                        draft.draftedAt(),
                        5,
                        status,
                        draft.languages(),
                        draft.editors(),
                        null,
                        approval,
                        delay,
                        REFERENCE);
        };
    }

    static ClauseText clause(Language language) {
        return new ClauseText(
                language,
                "headline " + language.tag(),
                "opening",
                "situation in Goma",
                "situation",
                "concern",
                List.of("first demand", "second demand"),
                Map.of("P1", "a lawyer"));
    }

    static LanguageEdit story(@Nullable String story, @Nullable Boolean checked) {
        return new LanguageEdit(null, story, checked, Set.of());
    }

    static Act by(String account) {
        return new Act(account, NOON);
    }
}
