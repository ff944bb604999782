package org.tocsin.intake.incident;

import java.util.EnumSet;
import java.util.Set;

/** How far an incident is, and what may follow. */
public enum IncidentStatus {
    RECEIVED,
    CLAIMED,
    NEEDS_INFORMATION,
    VERIFIED,
    /** A verified or finished incident taken back into question. */
    UNDER_REVIEW,
    /** True, with letters but without publication; may become VERIFIED later. */
    CONFIDENTIAL_ACTION,
    NOT_VERIFIABLE_YET,
    OUT_OF_MANDATE,
    DUPLICATE,
    REFUSED,
    APPEAL_ISSUED,
    CLOSED,
    /** Nobody works on it any more: consent was withdrawn, or it endangers somebody. */
    SEALED,
    SHREDDED;

    private static final Set<IncidentStatus> OUTCOMES = EnumSet.of(
            NEEDS_INFORMATION, VERIFIED, CONFIDENTIAL_ACTION, NOT_VERIFIABLE_YET, OUT_OF_MANDATE, DUPLICATE, REFUSED);

    /** The states that may directly follow this one. */
    Set<IncidentStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(CLAIMED, SEALED);
            case CLAIMED -> with(OUTCOMES, RECEIVED, SEALED);
            case NEEDS_INFORMATION, NOT_VERIFIABLE_YET, CONFIDENTIAL_ACTION, UNDER_REVIEW ->
                with(OUTCOMES, CLOSED, SEALED);
            case VERIFIED -> EnumSet.of(APPEAL_ISSUED, UNDER_REVIEW, CLOSED, SEALED);
            case APPEAL_ISSUED -> EnumSet.of(VERIFIED, UNDER_REVIEW, CLOSED, SEALED);
            case OUT_OF_MANDATE, DUPLICATE, REFUSED, CLOSED -> EnumSet.of(UNDER_REVIEW, SEALED);
            case SEALED -> EnumSet.of(UNDER_REVIEW, SHREDDED);
            case SHREDDED -> EnumSet.noneOf(IncidentStatus.class);
        };
    }

    /** Whether a verifier may take it on and see whom it is about; finished cases need a second person. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED,
                    CLAIMED,
                    NEEDS_INFORMATION,
                    NOT_VERIFIABLE_YET,
                    CONFIDENTIAL_ACTION,
                    UNDER_REVIEW,
                    VERIFIED,
                    APPEAL_ISSUED -> true;
            case OUT_OF_MANDATE, DUPLICATE, REFUSED, CLOSED, SEALED, SHREDDED -> false;
        };
    }

    /** Whether a verifier may decide for it. */
    boolean isOutcome() {
        return OUTCOMES.contains(this);
    }

    /** Whether a decision is still to be made. */
    boolean awaitsDecision() {
        return switch (this) {
            case CLAIMED, NEEDS_INFORMATION, NOT_VERIFIABLE_YET, CONFIDENTIAL_ACTION, UNDER_REVIEW -> true;
            default -> false;
        };
    }

    /** What a bare receipt may tell: nothing that betrays anybody. */
    ReceiptWord receiptWord() {
        return switch (this) {
            case RECEIVED -> ReceiptWord.NOT_YET_READ;
            case CLAIMED, UNDER_REVIEW -> ReceiptWord.BEING_READ;
            case NEEDS_INFORMATION -> ReceiptWord.PLEASE_CONTACT_US;
            default -> ReceiptWord.NOTHING_MORE_NEEDED;
        };
    }

    private static Set<IncidentStatus> with(Set<IncidentStatus> some, IncidentStatus... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }
}
