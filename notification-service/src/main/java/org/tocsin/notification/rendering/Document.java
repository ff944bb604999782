package org.tocsin.notification.rendering;

/** What a member is sent: the appeal, or one of the fixed sentences that follow it. */
public enum Document {
    APPEAL,
    /** The sending is held: do not act for now. */
    WAIT,
    /** The hold is over: what was sent stands. */
    GO_ON,
    /** Taken back: the person is free again. */
    RELEASED,
    /** Taken back: something in it was wrong, and a corrected text follows. */
    CORRECTION,
    /** Taken back: it must not be used or passed on. */
    WITHDRAWN;

    /** Whether nothing of the appeal may be sent while this is the last word on it. */
    public boolean stops() {
        return this != APPEAL && this != GO_ON;
    }

    /** Whether the appeal is taken back for good. */
    public boolean isRecall() {
        return stops() && this != WAIT;
    }
}
