package org.tocsin.notification.member;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;
import org.tocsin.platform.web.PreconditionFailed;

/** An administrator adds a member or changes one. */
@Service
class SaveMember {

    private final Members members;
    private final MemberEvents events;
    private final TimeBasedEpochGenerator ids;
    private final InstantSource clock;

    SaveMember(Members members, MemberEvents events, TimeBasedEpochGenerator ids, InstantSource clock) {
        this.members = members;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Member add(String id, Profile profile) {
        members.lock();
        if (members.find(id).isPresent()) {
            throw new MemberExists();
        }
        return save(Member.joining(id, profile, ids::generate));
    }

    @Transactional
    Member change(String id, long seenVersion, Profile profile) {
        return change(id, seenVersion, member -> member.changedTo(profile, ids::generate));
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
