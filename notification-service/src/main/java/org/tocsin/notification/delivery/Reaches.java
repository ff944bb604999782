package org.tocsin.notification.delivery;

import java.util.EnumMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts, in one statement and so at one moment, where the members of a snapshot stand. */
@Repository
class Reaches {

    private static final String REACH = """
            with newest as (select appeal_id, issue_version from fan_out where appeal_id = :id),
            line as ( -- members and rows below each other: one pass over both, however many there are
                select member_id, acknowledged_at is not null as acknowledged, null as status, null as content_class
                from planned_member where (appeal_id, issue_version) = (select * from newest)
                union all
                select member_id, false, status, content_class
                from delivery where document = 'APPEAL' and (appeal_id, issue_version) = (select * from newest)),
            member_state as (
                select case
                           when bool_or(acknowledged) then 'ACKNOWLEDGED'
                           when bool_or(status = 'DELIVERED') then 'DELIVERED'
                           when bool_or(status = 'ACCEPTED') then 'HANDED_OVER'
                           when bool_or(status in ('PLANNED', 'SENDING', 'DEFERRED')) then 'PENDING'
                           when bool_or(status = 'SCHEDULED') then 'SCHEDULED'
                           when bool_or(status in ('UNKNOWN', 'IN_DOUBT')) then 'UNKNOWN'
                           when bool_or(status in ('FAILED', 'BOUNCED')) then 'FAILED'
                           else 'BLOCKED'
                       end as class,
                       count(status) as planned,
                       bool_or(status in ('ACCEPTED', 'DELIVERED') and content_class in ('FULL', 'REDACTED')) as has_text,
                       bool_or(status in ('ACCEPTED', 'DELIVERED') and content_class in ('NOTICE', 'BLIND')) as has_notice
                from line group by member_id)
            select class, count(*) as members, sum(planned) as planned,
                   count(*) filter (where has_text) as have_text,
                   count(*) filter (where has_notice and has_text is not true) as have_notice
            from member_state group by class""";

    private final JdbcClient jdbc;

    Reaches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(MemberClass memberClass, int members, int planned, int haveText, int haveNotice) {}

    /** Of the newest planning; empty before the first. */
    Optional<Reach> of(UUID appealId) {
        if (!isPlanned(appealId)) { // asked first: a planning that commits in between must not look like one of nobody
            return Optional.empty();
        }
        var lines = jdbc.sql(REACH)
                .param("id", appealId)
                .query((row, number) -> new Line(
                        MemberClass.valueOf(row.getString("class")),
                        row.getInt("members"),
                        row.getInt("planned"),
                        row.getInt("have_text"),
                        row.getInt("have_notice")))
                .list();
        var classes = new EnumMap<MemberClass, Integer>(MemberClass.class);
        for (var each : MemberClass.values()) {
            classes.put(each, 0);
        }
        lines.forEach(line -> classes.put(line.memberClass(), line.members()));
        return Optional.of(new Reach(
                lines.stream().mapToInt(Line::members).sum(),
                lines.stream().mapToInt(Line::planned).sum(),
                classes,
                lines.stream().mapToInt(Line::haveText).sum(),
                lines.stream().mapToInt(Line::haveNotice).sum()));
    }

    private boolean isPlanned(UUID appealId) {
        return jdbc.sql("select exists (select from fan_out where appeal_id = :id)")
                .param("id", appealId)
                .query(Boolean.class)
                .single();
    }
}
