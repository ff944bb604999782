package org.tocsin.platform.web;

/** Who may do what; the closed set of the token's {@code roles} claim. */
public enum Role {
    PARTNER,
    VERIFIER,
    AUTHOR,
    TRANSLATOR,
    APPROVER,
    CUSTODIAN,
    MEMBER_ADMIN,
    PARTNER_ADMIN,
    OPERATOR,
    AUDITOR,
    ANALYST,
    /** Another service of ours. */
    SERVICE;

    /** Whoever works for the secretariat: one person can always stop. For {@code @PreAuthorize}. */
    public static final String ANY_STAFF = "hasAnyRole('VERIFIER', 'AUTHOR', 'TRANSLATOR', 'APPROVER', 'CUSTODIAN',"
            + " 'MEMBER_ADMIN', 'PARTNER_ADMIN', 'OPERATOR', 'AUDITOR', 'ANALYST')";

    public boolean isStaff() {
        return this != PARTNER && this != SERVICE;
    }
}
