package org.tocsin.intake.incident;

/** All a receipt without a login ever tells. */
enum ReceiptWord {
    NOT_YET_READ,
    BEING_READ,
    PLEASE_CONTACT_US,
    NOTHING_MORE_NEEDED
}
