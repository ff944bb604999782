package org.tocsin.notification.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.platform.language.Language;

/** A member as its administrators see it. */
record MemberView(
        String memberId,
        String organisation,
        String country,
        List<String> languages,
        List<ContactView> contacts,
        ContentPolicy contentPolicy,
        InCountryPolicy inCountryPolicy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {

    record ContactView(
            UUID contactId,
            ChannelType channel,
            String address,
            boolean atNight,
            @Nullable Instant pausedAt) {
        @Override
        public String toString() {
            return "ContactView[" + contactId + "]";
        }
    }

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.organisation(),
                member.country().code(),
                member.languages().stream().map(Language::tag).toList(),
                member.contacts().stream()
                        .map(contact -> new ContactView(
                                contact.id(),
                                contact.channel(),
                                contact.address().value(),
                                contact.atNight(),
                                contact.pausedAt()))
                        .toList(),
                member.contentPolicy(),
                member.inCountryPolicy(),
                member.validFrom(),
                member.validTo(),
                member.version());
    }

    @Override
    public String toString() {
        return "MemberView[" + memberId + "]";
    }
}
