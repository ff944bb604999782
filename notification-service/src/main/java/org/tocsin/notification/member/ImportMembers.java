package org.tocsin.notification.member;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the file of all members over: who is new joins, who differs changes, who is missing from the file stays as is
 * (membership ends by {@code valid_to}). All of it or nothing.
 */
@Service
class ImportMembers {

    private final Members members;
    private final MemberEvents events;
    private final TimeBasedEpochGenerator ids;
    private final InstantSource clock;

    ImportMembers(Members members, MemberEvents events, TimeBasedEpochGenerator ids, InstantSource clock) {
        this.members = members;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the import did, or would do.
     *
     * @param rows members in the file
     */
    record Outcome(int rows, int created, int updated, int unchanged, boolean dryRun) {}

    @Transactional
    Outcome handle(byte[] file, boolean dryRun) {
        var profiles = MemberCsv.read(file);
        members.lock();
        var known = members.all();
        var pausedBefore = members.pausedBefore();
        var created = new ArrayList<Member>();
        var updated = new ArrayList<Member>();
        profiles.forEach((id, profile) -> {
            var before = known.get(id);
            var merge = new ContactMerge(pausedBefore.getOrDefault(id, List.of()), ids::generate);
            if (before == null) {
                created.add(Member.joining(id, profile, merge));
            } else {
                var after = before.changedTo(profile.mixedLike(before.contacts()), merge);
                if (after.version() != before.version()) {
                    updated.add(after);
                }
            }
        });
        if (!dryRun) {
            save(created);
            save(updated);
        }
        var unchanged = profiles.size() - created.size() - updated.size();
        return new Outcome(profiles.size(), created.size(), updated.size(), unchanged, dryRun);
    }

    private void save(ArrayList<Member> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var now = clock.instant();
        members.save(changed, now);
        changed.forEach(member -> events.changed(member, now));
    }
}
