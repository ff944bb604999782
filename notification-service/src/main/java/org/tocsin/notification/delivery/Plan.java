package org.tocsin.notification.delivery;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Channels;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.member.Contact;
import org.tocsin.notification.member.Member;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.policy.DeliveryPolicy;
import org.tocsin.notification.policy.NightHours;
import org.tocsin.notification.policy.PolicyDecision;
import org.tocsin.notification.policy.PolicyQuestion;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.LanguageChoice;
import org.tocsin.notification.rendering.Urgency;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/**
 * Who is to get an appeal, how, and who is not and why: a row for every contact of every member.
 *
 * @param members the snapshot
 */
record Plan(List<Member> members, List<Delivery> rows) {

    private static final Set<Language> ALL_LANGUAGES = EnumSet.allOf(Language.class);

    static Plan of(
            IssuedAppeal appeal, List<Member> members, Channels channels, TimeBasedEpochGenerator ids, Instant now) {
        var rows = members.stream()
                .flatMap(member ->
                        member.contacts().stream().map(contact -> row(appeal, member, contact, channels, ids, now)))
                .toList();
        return new Plan(members, rows);
    }

    long blocked() {
        return rows.stream()
                .filter(row -> row.status() == DeliveryStatus.BLOCKED)
                .count();
    }

    private static Delivery row(
            IssuedAppeal appeal,
            Member member,
            Contact contact,
            Channels channels,
            TimeBasedEpochGenerator ids,
            Instant now) {
        var decision = DeliveryPolicy.decide(new PolicyQuestion(
                appeal.audience(),
                appeal.country(),
                appeal.hostileJurisdictions(),
                member.recipient(),
                contact.channel(),
                false));
        var contentClass = decision instanceof PolicyDecision.Send send ? send.contentClass() : null;
        var obstacle = obstacle(appeal, contact, decision, channels);
        var nightOf = nightOf(appeal, member, contact);
        var dueAt = dueAt(appeal, nightOf, now);
        var waits = dueAt.isAfter(appeal.sendNotBefore()) && dueAt.isAfter(now);
        return new Delivery(
                ids.generate(),
                member.id(),
                contact.id(),
                contact.channel(),
                language(appeal, member, contentClass),
                contentClass,
                decision.reason().name(),
                obstacle != null ? DeliveryStatus.BLOCKED : waits ? DeliveryStatus.SCHEDULED : DeliveryStatus.PLANNED,
                obstacle,
                0,
                false,
                nightOf,
                dueAt,
                null,
                now);
    }

    /** An SMS wakes, so it waits for the day unless a life is at risk and the contact asked to be woken. */
    private static @Nullable Country nightOf(IssuedAppeal appeal, Member member, Contact contact) {
        var mayWake = appeal.urgency() == Urgency.LIFE_AT_RISK && contact.atNight();
        return contact.channel() != ChannelType.SMS || mayWake ? null : member.country();
    }

    private static Instant dueAt(IssuedAppeal appeal, @Nullable Country nightOf, Instant now) {
        var earliest = appeal.sendNotBefore();
        return nightOf == null ? earliest : NightHours.nextDay(nightOf, earliest.isAfter(now) ? earliest : now);
    }

    private static @Nullable String obstacle(
            IssuedAppeal appeal, Contact contact, PolicyDecision decision, Channels channels) {
        if (decision instanceof PolicyDecision.Block block) {
            return block.reason().name();
        }
        if (contact.paused() && appeal.urgency() != Urgency.LIFE_AT_RISK) {
            return RowReason.CONTACT_PAUSED.name();
        }
        return channels.of(contact.channel()).isEmpty() ? FailureReason.CHANNEL_NOT_SET_UP.name() : null;
    }

    /** Notices are fixed sentences, so they exist in every language; texts only in those the appeal was written in. */
    private static Language language(IssuedAppeal appeal, Member member, @Nullable ContentClass contentClass) {
        var isText = contentClass == ContentClass.FULL || contentClass == ContentClass.REDACTED;
        return LanguageChoice.choose(member.languages(), isText ? appeal.texts().keySet() : ALL_LANGUAGES);
    }
}
