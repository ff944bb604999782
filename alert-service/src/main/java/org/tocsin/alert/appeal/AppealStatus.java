package org.tocsin.alert.appeal;

/** How far an appeal is. */
enum AppealStatus {
    DRAFT,
    IN_REVIEW,
    CHANGES_REQUESTED,
    APPROVED,
    /** Approved, and waiting for a day agreed with others. */
    EMBARGOED,
    ISSUED,
    /** A later document of the case says more or says it better. */
    SUPERSEDED,
    RECALLED,
    CLOSED
}
