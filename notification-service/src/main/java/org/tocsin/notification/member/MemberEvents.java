package org.tocsin.notification.member;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.schemas.ChannelType;
import org.tocsin.schemas.member.ContactPaused;
import org.tocsin.schemas.member.MemberChanged;

/** The way out: topic {@code tocsin.member.v1}. Countries and choices, no names and no addresses. */
@Component
class MemberEvents {

    private final Outbox outbox;

    MemberEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(Member member, Instant at) {
        outbox.add(
                member.id(),
                MemberChanged.newBuilder()
                        .setMemberId(member.id())
                        .setVersion(member.version())
                        .setChangedAt(at)
                        .setCountry(member.country().code())
                        .setLanguages(
                                member.languages().stream().map(Language::tag).toList())
                        .setChannels(member.contacts().stream()
                                .map(MemberEvents::channel)
                                .distinct()
                                .toList())
                        .setContentPolicy(member.contentPolicy().name())
                        .setInCountryPolicy(member.inCountryPolicy().name())
                        .setValidFrom(member.validFrom())
                        .setValidTo(member.validTo())
                        .build());
    }

    void paused(Member member, Contact contact, Instant at) {
        outbox.add(
                member.id(),
                ContactPaused.newBuilder()
                        .setMemberId(member.id())
                        .setVersion(member.version())
                        .setPausedAt(at)
                        .setContactId(contact.id())
                        .setChannel(channel(contact))
                        .build());
    }

    private static ChannelType channel(Contact contact) {
        return switch (contact.channel()) {
            case EMAIL -> ChannelType.EMAIL;
            case SMS -> ChannelType.SMS;
        };
    }
}
