package org.tocsin.alert.appeal;

import java.time.LocalDate;
import java.util.Set;
import org.tocsin.platform.language.Language;

/** Why an appeal cannot take a step now. */
sealed interface Refusal {

    /** The step does not lead on from here. */
    record WrongStatus(AppealStatus status, Step step) implements Refusal {}

    /** Two are needed to speak, and this is not a second person. */
    record SecondPersonNeeded(Involvement involvement) implements Refusal {}

    record RiskExpired(LocalDate validUntil) implements Refusal {}

    /** No language may be sent. */
    record NoLanguageReady() implements Refusal {}

    /** A name of the case's people stands in a text. */
    record ClearName(Language language) implements Refusal {}

    /** A heading points at a person. */
    record PersonInHeadline(Language language) implements Refusal {}

    /** Two languages that were read by a person do not say the same. */
    record LanguagesDiffer(Language one, Set<String> onlyInOne, Language other, Set<String> onlyInOther)
            implements Refusal {}

    /** It may have gone out already. */
    record SendDelayOver() implements Refusal {}

    /** Its members were told why, and it was another reason. */
    record RecalledAlready(RecallNotice notice) implements Refusal {}

    /** The case's data key is destroyed, or what it sealed was tampered with. */
    record NamesUnreadable() implements Refusal {}

    /** What somebody wanted to do. */
    enum Step {
        EDIT,
        REVIEW,
        CHANGES,
        APPROVAL,
        ISSUE,
        CANCEL_ISSUE,
        HOLD,
        RELEASE,
        RECALL
    }

    /** What the would-be approver has had to do with the appeal. */
    enum Involvement {
        SUBMITTER,
        VERIFIER,
        EDITOR
    }
}
