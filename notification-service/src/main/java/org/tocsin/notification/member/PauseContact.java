package org.tocsin.notification.member;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contact wants no more messages: from then on it gets only appeals about a life at risk. */
@Service
public class PauseContact {

    private final Members members;
    private final MemberEvents events;
    private final InstantSource clock;

    PauseContact(Members members, MemberEvents events, InstantSource clock) {
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The member after the pause; empty if there was nothing to pause any more. A contact that was taken out meanwhile
     * pauses too, for the day its address comes back.
     */
    @Transactional
    public Optional<Member> handle(String memberId, UUID contactId) {
        members.lock();
        members.pauseRetired(contactId, clock.instant());
        return members.find(memberId)
                .flatMap(member -> member.contacts().stream()
                        .filter(contact -> contact.id().equals(contactId) && !contact.paused())
                        .findFirst()
                        .map(contact -> pause(member, contact)));
    }

    private Member pause(Member member, Contact contact) {
        var now = clock.instant();
        var paused = member.pausing(contact.id(), now);
        members.save(List.of(paused), now);
        events.paused(paused, contact, now);
        return paused;
    }
}
