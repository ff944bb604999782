package org.tocsin.notification.member;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.platform.audit.AuditTrail;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;
import org.tocsin.platform.web.PreconditionFailed;

/** An administrator adds a member or changes one. */
@Service
class SaveMember {

    private final Members members;
    private final MemberEvents events;
    private final AuditTrail audit;
    private final TimeBasedEpochGenerator ids;
    private final InstantSource clock;

    SaveMember(
            Members members, MemberEvents events, AuditTrail audit, TimeBasedEpochGenerator ids, InstantSource clock) {
        this.members = members;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Member add(String id, Profile profile) {
        members.lock();
        if (members.find(id).isPresent()) {
            throw new MemberExists();
        }
        return save(Member.joining(id, profile, merge(id)));
    }

    @Transactional
    Member change(String id, long seenVersion, Profile profile) {
        return change(id, seenVersion, member -> member.changedTo(profile, merge(id)));
    }

    /** Ends the membership with that day, or moves its end. */
    @Transactional
    Member end(String id, long seenVersion, LocalDate lastDay) {
        return change(id, seenVersion, member -> {
            if (lastDay.isBefore(member.validFrom())) {
                throw new InvalidRequest(List.of(new FieldFault("/lastDay", "expected " + MemberRules.LAST_DAY)));
            }
            return member.ending(lastDay);
        });
    }

    @Transactional
    Member changeContacts(String id, long seenVersion, List<WantedContact> wanted) {
        return change(id, seenVersion, member -> member.reachedBy(wanted, merge(id)));
    }

    /** Lifts the pause of a contact that asked for it; whoever says so answers for it. */
    @Transactional
    Member resume(String id, long seenVersion, UUID contactId, String actor) {
        return change(id, seenVersion, member -> {
            if (member.contacts().stream().noneMatch(contact -> contact.id().equals(contactId))) {
                throw new ContactNotFound();
            }
            var resumed = member.resuming(contactId);
            if (resumed.version() != member.version()) {
                audit.record(actor, "CONTACT_RESUMED", contactId.toString(), AuditTrail.Outcome.ALLOWED);
            }
            return resumed;
        });
    }

    private ContactMerge merge(String id) {
        return new ContactMerge(members.pausedBefore(id), ids::generate);
    }

    /** Changes what the caller has seen, and nothing newer. */
    private Member change(String id, long seenVersion, UnaryOperator<Member> step) {
        members.lock();
        var before = members.find(id).orElseThrow(MemberNotFound::new);
        if (before.version() != seenVersion) {
            throw new PreconditionFailed();
        }
        var after = step.apply(before);
        return after.version() == before.version() ? before : save(after);
    }

    private Member save(Member member) {
        var now = clock.instant();
        members.save(List.of(member), now);
        events.changed(member, now);
        return member;
    }
}
