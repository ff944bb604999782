package org.tocsin.notification.channel;

/** Why an attempt did not succeed. Closed: it is a label of metrics, a column and a word in the console. */
public enum FailureReason {
    /** Cannot be written to as it stands. */
    ADDRESS_INVALID,
    /** The far side knows no such mailbox. */
    MAILBOX_UNKNOWN,
    MAILBOX_FULL,
    /** The mailbox is there but not to be had now; greylisting looks like this too. */
    MAILBOX_UNAVAILABLE,
    CONTENT_REJECTED,
    TOO_LARGE,
    /** The far side does not want mail from this sender, or not to this recipient. */
    POLICY_REJECTED,
    /** The far side does not take our sender address or our login: ours to mend, no fault of the recipient. */
    SENDER_REJECTED,
    RATE_LIMITED,
    PROVIDER_BUSY,
    PROVIDER_UNREACHABLE,
    /** The connection broke before the message was complete. */
    CONNECTION_LOST,
    /** The message was complete and no reply came. */
    REPLY_LOST,
    /** No adapter for this way is set up here. */
    CHANNEL_NOT_SET_UP
}
