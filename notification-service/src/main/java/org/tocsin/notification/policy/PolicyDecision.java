package org.tocsin.notification.policy;

/** What a member is sent, and why. */
public sealed interface PolicyDecision {

    PolicyReason reason();

    record Send(ContentClass contentClass, PolicyReason reason) implements PolicyDecision {}

    record Block(PolicyReason reason) implements PolicyDecision {}
}
