package org.tocsin.notification.policy;

import static org.tocsin.notification.policy.ContentClass.BLIND;
import static org.tocsin.notification.policy.ContentClass.FULL;
import static org.tocsin.notification.policy.ContentClass.NOTICE;
import static org.tocsin.notification.policy.ContentClass.REDACTED;

import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.PolicyDecision.Block;
import org.tocsin.notification.policy.PolicyDecision.Send;

/** Decides, after consent, what a member may be sent by a channel. */
public final class DeliveryPolicy {

    private DeliveryPolicy() {}

    public static PolicyDecision decide(PolicyQuestion q) {
        return q.recipientIsInDanger() ? whereTheDangerIs(q) : elsewhere(q);
    }

    private static PolicyDecision whereTheDangerIs(PolicyQuestion q) {
        return switch (q.recipient().inCountryPolicy()) {
            case FULL -> elsewhere(q);
            case BLIND ->
                switch (q.channel()) {
                    case EMAIL -> new Send(BLIND, PolicyReason.IN_COUNTRY_BLIND);
                    case SMS -> new Block(PolicyReason.IN_COUNTRY_NO_SMS);
                };
            case NONE -> new Block(PolicyReason.IN_COUNTRY_NONE);
        };
    }

    private static PolicyDecision elsewhere(PolicyQuestion q) {
        if (q.recipient().contentPolicy() == ContentPolicy.BLIND) {
            return new Send(BLIND, PolicyReason.MEMBER_BLIND);
        }
        return switch (q.audience()) {
            case PUBLIC -> ofPublic(q);
            case MEMBERS -> ofRestricted(q);
        };
    }

    private static PolicyDecision ofPublic(PolicyQuestion q) {
        return switch (q.recipient().contentPolicy()) {
            case LINK_ONLY -> new Send(NOTICE, PolicyReason.PUBLIC_LINK_ONLY);
            case FULL -> bySms(q) ? publicBySms() : new Send(FULL, PolicyReason.PUBLIC_FULL);
            case REDACTED -> bySms(q) ? publicBySms() : new Send(REDACTED, PolicyReason.PUBLIC_REDACTED);
            case BLIND -> new Send(BLIND, PolicyReason.MEMBER_BLIND);
        };
    }

    private static PolicyDecision ofRestricted(PolicyQuestion q) {
        if (q.recipient().contentPolicy() == ContentPolicy.LINK_ONLY) {
            return new Send(BLIND, PolicyReason.RESTRICTED_LINK_ONLY);
        }
        if (bySms(q)) {
            return new Send(BLIND, PolicyReason.RESTRICTED_BY_SMS);
        }
        if (!q.encryptionPossible()) {
            return new Send(BLIND, PolicyReason.RESTRICTED_IN_CLEAR);
        }
        return q.recipient().contentPolicy() == ContentPolicy.FULL
                ? new Send(FULL, PolicyReason.RESTRICTED_FULL_ENCRYPTED)
                : new Send(REDACTED, PolicyReason.RESTRICTED_REDACTED_ENCRYPTED);
    }

    private static Send publicBySms() {
        return new Send(NOTICE, PolicyReason.PUBLIC_BY_SMS);
    }

    private static boolean bySms(PolicyQuestion q) {
        return q.channel() == ChannelType.SMS;
    }
}
