package org.tocsin.notification.channel;

/** What one attempt came to. */
public sealed interface SendResult {

    /**
     * The far side took it.
     *
     * @param reference the far side's own name for it, to find it in its logs; empty if it gave none
     */
    record Sent(String reference) implements SendResult {}

    /** Another attempt cannot help: bad address, rejected content. */
    record Refused(FailureReason reason) implements SendResult {}

    /** The far side may recover: SMTP 4xx, no connection, throttling. */
    record Deferred(FailureReason reason) implements SendResult {}

    /** Stopped by {@link Channel#send its caller} before it was tried. */
    record Withheld() implements SendResult {}

    /** It may have gone out: the reply was lost. Settled by a receipt, or resent under the same identity once. */
    record InDoubt(FailureReason reason) implements SendResult {}
}
