package org.tocsin.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.policy.NightHours;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/**
 * One message to one contact, from planning to its end.
 *
 * @param contentClass absent if policy allows nothing
 * @param contentReason policy's word for the class
 * @param reason why it stands where it stands; absent where nothing went wrong
 * @param attempts so far
 * @param resent the one resend of a message in doubt is used up
 * @param nightOf the country whose nights the message must not disturb; absent if it may go at any hour
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
        @Nullable Country nightOf,
        Instant dueAt,
        @Nullable String providerReference,
        Instant changedAt) {

    /** Whether it is night where the message would ring. */
    boolean disturbsAt(Instant moment) {
        return morningAfter(moment).isAfter(moment);
    }

    /** Claimed at night, which was no attempt: it waits for the morning. A doubt is not worth a second text a day later. */
    Delivery waiting(Instant now) {
        return resent
                ? with(DeliveryStatus.IN_DOUBT, reason, attempts - 1, now, providerReference, now)
                : with(DeliveryStatus.SCHEDULED, null, attempts - 1, morningAfter(now), providerReference, now);
    }

    Delivery accepted(String reference, Instant now) {
        return with(DeliveryStatus.ACCEPTED, null, attempts, dueAt, reference, now);
    }

    Delivery failed(FailureReason why, Instant now) {
        return with(DeliveryStatus.FAILED, why.name(), attempts, dueAt, providerReference, now);
    }

    Delivery retryAt(Instant at, FailureReason why, Instant now) {
        return with(DeliveryStatus.DEFERRED, why.name(), attempts, at, providerReference, now);
    }

    /** @param lookAgainAt then it is sent once more, or, after that, no longer expected to be settled */
    Delivery inDoubt(FailureReason why, Instant lookAgainAt, Instant now) {
        return with(DeliveryStatus.IN_DOUBT, why.name(), attempts, lookAgainAt, providerReference, now);
    }

    Delivery cancelled(RowReason why, Instant now) {
        return with(DeliveryStatus.CANCELLED, why.name(), attempts, dueAt, providerReference, now);
    }

    /** The moment itself by day. */
    private Instant morningAfter(Instant moment) {
        return nightOf == null ? moment : NightHours.nextDay(nightOf, moment);
    }

    private Delivery with(
            DeliveryStatus next,
            @Nullable String why,
            int made,
            Instant lookAgainAt,
            @Nullable String reference,
            Instant now) {
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
                made,
                resent,
                nightOf,
                lookAgainAt,
                reference,
                now);
    }
}
