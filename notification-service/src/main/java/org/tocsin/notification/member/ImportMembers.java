package org.tocsin.notification.member;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the file of all members over: who is new joins, who differs changes, who is missing from the file stays as is
 * (membership ends by {@code valid_to}). All of it or nothing.
 */
@Service
class ImportMembers {

    /** The whole network, and a mistake as large; a file that renames everything is not read row by row. */
    private static final int MOST_CHANGES = 500;

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
     * @param changes in the order of the file, the first {@value #MOST_CHANGES} of those created and updated
     */
    record Outcome(int rows, int created, int updated, int unchanged, boolean dryRun, List<Change> changes) {}

    /**
     * What a row changes.
     *
     * @param row as an error would name it; the header is row 1
     * @param columns that differ, without what stands there; empty for a new member
     */
    record Change(int row, String memberId, Kind kind, List<String> columns) {}

    enum Kind {
        CREATED,
        UPDATED
    }

    @Transactional
    Outcome handle(byte[] file, boolean dryRun) {
        var profiles = MemberCsv.read(file);
        members.lock();
        var known = members.all();
        var pausedBefore = members.pausedBefore();
        var changed = new ArrayList<Member>();
        var changes = new ArrayList<Change>();
        var row = 1;
        for (var entry : profiles.entrySet()) {
            row++;
            var id = entry.getKey();
            var merge = new ContactMerge(pausedBefore.getOrDefault(id, List.of()), ids::generate);
            var before = known.get(id);
            var after = wanted(id, before, entry.getValue(), merge);
            if (before == null || after.version() != before.version()) {
                changed.add(after);
                changes.add(change(row, before, after));
            }
        }
        if (!dryRun) {
            save(changed);
        }
        return outcome(profiles.size(), changes, dryRun);
    }

    private static Member wanted(String id, @Nullable Member before, Profile profile, ContactMerge merge) {
        return before == null
                ? Member.joining(id, profile, merge)
                : before.changedTo(profile.mixedLike(before.contacts()), merge);
    }

    private static Change change(int row, @Nullable Member before, Member after) {
        return before == null
                ? new Change(row, after.id(), Kind.CREATED, List.of())
                : new Change(row, after.id(), Kind.UPDATED, MemberCells.changed(before, after));
    }

    private static Outcome outcome(int rows, List<Change> changes, boolean dryRun) {
        var created = (int)
                changes.stream().filter(change -> change.kind() == Kind.CREATED).count();
        return new Outcome(
                rows,
                created,
                changes.size() - created,
                rows - changes.size(),
                dryRun,
                changes.stream().limit(MOST_CHANGES).toList());
    }

    private void save(List<Member> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var now = clock.instant();
        members.save(changed, now);
        changed.forEach(member -> events.changed(member, now));
    }
}
