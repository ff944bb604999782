package org.tocsin.alert.appeal;

/** Which fixed sentence the members of a recalled appeal get. */
enum RecallNotice {
    /** The person is free again. */
    RELEASED,
    /** Something in it was wrong; a new text follows. */
    CORRECTION,
    /** It must not be used or passed on. */
    WITHDRAWN
}
