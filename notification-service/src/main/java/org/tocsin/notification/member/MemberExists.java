package org.tocsin.notification.member;

/** A member has this id already. */
public final class MemberExists extends RuntimeException {

    MemberExists() {
        super("A member has this id already.");
    }
}
