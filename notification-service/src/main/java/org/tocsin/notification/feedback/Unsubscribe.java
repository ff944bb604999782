package org.tocsin.notification.feedback;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.delivery.LinkedDelivery;
import org.tocsin.notification.member.Contact;
import org.tocsin.notification.member.Member;
import org.tocsin.notification.member.Members;
import org.tocsin.notification.member.PauseContact;

/**
 * The one who holds a link wants no more messages to its contact. The contact is paused at once; since the link may have
 * been forwarded, somebody of ours gets a task, and another contact of the member is told.
 */
@Service
class Unsubscribe {

    private final PauseContact pauseContact;
    private final Members members;
    private final Tasks tasks;
    private final Confirmations confirmations;
    private final TimeBasedEpochGenerator ids;
    private final InstantSource clock;

    Unsubscribe(
            PauseContact pauseContact,
            Members members,
            Tasks tasks,
            Confirmations confirmations,
            TimeBasedEpochGenerator ids,
            InstantSource clock) {
        this.pauseContact = pauseContact;
        this.members = members;
        this.tasks = tasks;
        this.confirmations = confirmations;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void handle(LinkedDelivery linked) {
        pauseContact.handle(linked.memberId(), linked.contactId()).ifPresent(member -> {
            var task = ids.generate();
            var now = clock.instant();
            tasks.openForPausedContact(task, member.id(), linked.contactId(), now);
            tell(member, task, linked);
        });
    }

    boolean isPaused(LinkedDelivery linked) {
        return members.find(linked.memberId()).stream()
                .flatMap(member -> member.contacts().stream())
                .anyMatch(contact -> contact.id().equals(linked.contactId()) && contact.paused());
    }

    private void tell(Member member, UUID task, LinkedDelivery linked) {
        member.contacts().stream()
                .filter(contact -> canBeTold(contact, linked.contactId()))
                .findFirst()
                .ifPresent(contact -> confirmations.plan(
                        ids.generate(),
                        task,
                        contact.id(),
                        linked.fanOut(),
                        member.languages().getFirst()));
    }

    /** Only by e-mail: a phone is for appeals. */
    private static boolean canBeTold(Contact contact, UUID pausedContact) {
        return contact.channel() == ChannelType.EMAIL
                && !contact.paused()
                && !contact.id().equals(pausedContact);
    }
}
