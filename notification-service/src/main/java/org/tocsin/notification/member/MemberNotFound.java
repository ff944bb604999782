package org.tocsin.notification.member;

/** No member has this id. */
public final class MemberNotFound extends RuntimeException {

    MemberNotFound() {
        super("Nobody is a member under this id.");
    }
}
