package org.tocsin.intake.vault;

/** What has to be accounted for here. */
enum AuditAction {
    /** A service was handed a data key. */
    KEY_FETCHED,
    /** A person saw names and contacts. */
    IDENTITY_READ
}
