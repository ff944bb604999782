package org.tocsin.notification.member;

/** The member has no contact with this id. */
public final class ContactNotFound extends RuntimeException {

    ContactNotFound() {
        super("The member has no such contact.");
    }
}
