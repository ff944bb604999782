package org.tocsin.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/**
 * One message to one contact, from planning to its end.
 *
 * @param contentClass absent if policy allows nothing
 * @param contentReason policy's word for the class
 * @param reason why it stands where it stands; absent where nothing went wrong
 * @param attempts so far
 * @param resent the one resend of a message in doubt is used up
 * @param dueAt when to look at it again
 * @param providerReference the far side's name for it
 */
record Delivery(
        UUID id,
        String memberId,
        UUID contactId,
        ChannelType channel,
        Language language,
        @Nullable ContentClass contentClass,
        String contentReason,
        DeliveryStatus status,
        @Nullable String reason,
        int attempts,
        boolean resent,
        Instant dueAt,
        @Nullable String providerReference,
        Instant changedAt) {

    Delivery accepted(String reference, Instant now) {
        return with(DeliveryStatus.ACCEPTED, null, dueAt, reference, now);
    }

    Delivery failed(FailureReason why, Instant now) {
        return with(DeliveryStatus.FAILED, why.name(), dueAt, providerReference, now);
    }

    Delivery retryAt(Instant at, FailureReason why, Instant now) {
        return with(DeliveryStatus.DEFERRED, why.name(), at, providerReference, now);
    }

    /** @param lookAgainAt then it is sent once more, or, after that, no longer expected to be settled */
    Delivery inDoubt(FailureReason why, Instant lookAgainAt, Instant now) {
        return with(DeliveryStatus.IN_DOUBT, why.name(), lookAgainAt, providerReference, now);
    }

    Delivery cancelled(RowReason why, Instant now) {
        return with(DeliveryStatus.CANCELLED, why.name(), dueAt, providerReference, now);
    }

    private Delivery with(
            DeliveryStatus next, @Nullable String why, Instant lookAgainAt, @Nullable String reference, Instant now) {
        return new Delivery(
                id,
                memberId,
                contactId,
                channel,
                language,
                contentClass,
                contentReason,
                next,
                why,
                attempts,
                resent,
                lookAgainAt,
                reference,
                now);
    }
}
