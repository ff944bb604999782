package org.tocsin.notification.rendering;

/** What a message is: an appeal itself, or a fixed sentence to those who may have it already. */
public enum Document {
    /** The text of the appeal, or the notice of it. */
    APPEAL,
    /** The sending is held: do not act on the appeal for now. */
    WAIT,
    /** The hold is over: what was sent stands. */
    GO_ON,
    /** The appeal is taken back, since the person is free again: no more letters are needed. */
    RELEASED,
    /** The appeal is taken back, since something in it was wrong: a corrected text follows. */
    CORRECTION,
    /** The appeal is taken back and must not be used or passed on. */
    WITHDRAWN;

    /** Whether who reads it is asked to act on the appeal no further, for now or for good. */
    public boolean stops() {
        return this == WAIT || isRecall();
    }

    /** Whether the appeal is taken back for good. */
    public boolean isRecall() {
        return this == RELEASED || this == CORRECTION || this == WITHDRAWN;
    }
}
