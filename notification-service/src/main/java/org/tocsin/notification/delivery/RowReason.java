package org.tocsin.notification.delivery;

/** Why a row stands where it stands, besides policy's and the far side's reasons. */
enum RowReason {
    /** The contact unsubscribed, and no life is at risk. */
    CONTACT_PAUSED,
    /** The sender that had claimed the row stopped before it told what became of it. */
    SENDER_LOST,
    ISSUE_CANCELLED,
    /** The appeal was taken back for good. */
    RECALLED,
    /** A later word on the appeal stood before this sentence left. */
    OVERTAKEN,
    /** The names were destroyed on purpose, so the appeal goes no further. */
    KEY_SHREDDED,
    /** The sealed names do not belong to this appeal. */
    NAMES_FORGED
}
