package org.tocsin.alert.appeal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.appeal.Refusal.Involvement;
import org.tocsin.alert.appeal.Refusal.Step;
import org.tocsin.alert.casefile.ReferenceCode;
import org.tocsin.alert.clause.ClauseText;
import org.tocsin.platform.language.Language;

/**
 * A document of a case. Immutable: each step makes the next version or throws {@link AppealRefused}.
 *
 * @param version counted from 1; every step adds one
 * @param editors accounts that changed what a reader sees, ever; none of them approves
 * @param approved absent again when changes are asked for
 * @param issued absent again when the issue is taken back
 * @param reference given at the first issue, and kept whatever happens then
 */
record Appeal(
        UUID id,
        UUID caseId,
        VerifiedFacts facts,
        Instant draftedAt,
        long version,
        AppealStatus status,
        Map<Language, LanguageVersion> languages,
        Set<String> editors,
        @Nullable Act reviewRequested,
        @Nullable Act approved,
        @Nullable Issue issued,
        @Nullable ReferenceCode reference) {

    Appeal {
        var sortedLanguages = new EnumMap<Language, LanguageVersion>(Language.class);
        sortedLanguages.putAll(languages);
        languages = Collections.unmodifiableMap(sortedLanguages);
        editors = Set.copyOf(editors);
    }

    static Appeal draft(
            UUID id, UUID caseId, VerifiedFacts facts, Iterable<ClauseText> texts, String libraryVersion, Instant now) {
        var languages = new EnumMap<Language, LanguageVersion>(Language.class);
        texts.forEach(text -> languages.put(text.language(), LanguageVersion.fromLibrary(text, libraryVersion)));
        return new Appeal(id, caseId, facts, now, 1, AppealStatus.DRAFT, languages, Set.of(), null, null, null, null);
    }

    /** The same version with its languages, which storage keeps apart. */
    Appeal reading(Map<Language, LanguageVersion> stored) {
        return new Appeal(
                id,
                caseId,
                facts,
                draftedAt,
                version,
                status,
                stored,
                editors,
                reviewRequested,
                approved,
                issued,
                reference);
    }

    LanguageVersion in(Language language) {
        var found = languages.get(language);
        if (found == null) {
            throw new IllegalStateException("an appeal is drafted in every language");
        }
        return found;
    }

    /** The first story of an appeal leaves behind what was read before it in the other languages. */
    Appeal edit(Language language, LanguageEdit edit, Act act) {
        require(Step.EDIT, AppealStatus.DRAFT, AppealStatus.IN_REVIEW, AppealStatus.CHANGES_REQUESTED);
        var first = edit.story() != null && languages.values().stream().noneMatch(LanguageVersion::hasStory);
        var changed = new EnumMap<>(languages);
        if (first) {
            changed.replaceAll((other, version) -> other == language ? version : version.outdated());
        }
        changed.put(language, in(language).edited(edit, act));
        var nowEditors = new HashSet<>(editors);
        if (edit.changes(in(language))) {
            nowEditors.add(act.by());
        }
        return next(status, changed, nowEditors, reviewRequested, approved, issued, reference);
    }

    Appeal requestReview(Act request) {
        require(Step.REVIEW, AppealStatus.DRAFT, AppealStatus.CHANGES_REQUESTED);
        return next(AppealStatus.IN_REVIEW, languages, editors, request, null, null, reference);
    }

    /** Asking for changes is not editing: who does it may approve later. */
    Appeal requestChanges() {
        require(Step.CHANGES, AppealStatus.IN_REVIEW, AppealStatus.APPROVED);
        return next(AppealStatus.CHANGES_REQUESTED, languages, editors, reviewRequested, null, null, reference);
    }

    Appeal approve(Act approval, KnownNames names) {
        require(Step.APPROVAL, AppealStatus.DRAFT, AppealStatus.IN_REVIEW);
        requireSecondPerson(approval.by());
        requireFitToSend(approval.at(), names);
        return next(AppealStatus.APPROVED, languages, editors, reviewRequested, approval, null, reference);
    }

    /** The guards of the approval hold again: days may have passed. */
    void requireIssuable(Instant now, KnownNames names) {
        require(Step.ISSUE, AppealStatus.APPROVED);
        requireFitToSend(now, names);
    }

    Appeal issue(ReferenceCode code, Issue issue) {
        require(Step.ISSUE, AppealStatus.APPROVED);
        return next(AppealStatus.ISSUED, languages, editors, reviewRequested, approved, issue, code);
    }

    Appeal cancelIssue(Instant now) {
        require(Step.CANCEL_ISSUE, AppealStatus.ISSUED);
        if (issued == null || !now.isBefore(issued.sendNotBefore())) {
            throw new AppealRefused(new Refusal.SendDelayOver());
        }
        return next(AppealStatus.APPROVED, languages, editors, reviewRequested, approved, null, reference);
    }

    /** Several press the button in a panic: what is held already stays as it is. */
    Appeal hold(Act hold) {
        var going = requireIssued(Step.HOLD);
        return going.held() == null ? with(AppealStatus.ISSUED, going.hold(hold)) : this;
    }

    /** What is not held stays as it is. */
    Appeal release() {
        var going = requireIssued(Step.RELEASE);
        return going.held() == null ? this : with(AppealStatus.ISSUED, going.release());
    }

    /** For good. Members read one notice: another one cannot follow it. */
    Appeal recall(Recall recall) {
        var earlier = recalled();
        if (earlier == null) {
            return with(AppealStatus.RECALLED, requireIssued(Step.RECALL).recall(recall));
        }
        if (earlier.notice() != recall.notice()) {
            throw new AppealRefused(new Refusal.RecalledAlready(earlier.notice()));
        }
        return this;
    }

    @Nullable
    Act held() {
        return issued == null ? null : issued.held();
    }

    @Nullable
    Recall recalled() {
        return issued == null ? null : issued.recalled();
    }

    /** A step lies between the two. */
    boolean isAfter(Appeal earlier) {
        return version > earlier.version;
    }

    private Issue requireIssued(Step step) {
        require(step, AppealStatus.ISSUED);
        return Objects.requireNonNull(issued);
    }

    private void requireSecondPerson(String by) {
        if (by.equals(facts.submittedBy())) {
            throw new AppealRefused(new Refusal.SecondPersonNeeded(Involvement.SUBMITTER));
        }
        if (by.equals(facts.verifiedBy())) {
            throw new AppealRefused(new Refusal.SecondPersonNeeded(Involvement.VERIFIER));
        }
        if (editors.contains(by)) {
            throw new AppealRefused(new Refusal.SecondPersonNeeded(Involvement.EDITOR));
        }
    }

    private void requireFitToSend(Instant now, KnownNames names) {
        if (now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(facts.riskValidUntil())) {
            throw new AppealRefused(new Refusal.RiskExpired(facts.riskValidUntil()));
        }
        Guards.objection(languages.values(), names).ifPresent(refusal -> {
            throw new AppealRefused(refusal);
        });
    }

    private void require(Step step, AppealStatus... expected) {
        if (!Set.of(expected).contains(status)) {
            throw new AppealRefused(new Refusal.WrongStatus(status, step));
        }
    }

    private Appeal with(AppealStatus newStatus, Issue newIssue) {
        return next(newStatus, languages, editors, reviewRequested, approved, newIssue, reference);
    }

    private Appeal next(
            AppealStatus newStatus,
            Map<Language, LanguageVersion> newLanguages,
            Set<String> newEditors,
            @Nullable Act newReview,
            @Nullable Act newApproval,
            @Nullable Issue newIssue,
            @Nullable ReferenceCode newReference) {
        return new Appeal(
                id,
                caseId,
                facts,
                draftedAt,
                version + 1,
                newStatus,
                newLanguages,
                newEditors,
                newReview,
                newApproval,
                newIssue,
                newReference);
    }

    /** Ids and status: texts reach no log. */
    @Override
    public String toString() {
        return "Appeal[%s, %s, version %d]".formatted(id, status, version);
    }
}
