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
            with member_state as (
                select case
                           when m.acknowledged_at is not null then 'ACKNOWLEDGED'
                           when bool_or(d.status = 'DELIVERED') then 'DELIVERED'
                           when bool_or(d.status = 'ACCEPTED') then 'HANDED_OVER'
                           when bool_or(d.status in ('PLANNED', 'SENDING', 'DEFERRED')) then 'PENDING'
                           when bool_or(d.status = 'SCHEDULED') then 'SCHEDULED'
                           when bool_or(d.status in ('UNKNOWN', 'IN_DOUBT')) then 'UNKNOWN'
                           when bool_or(d.status in ('FAILED', 'BOUNCED')) then 'FAILED'
                           else 'BLOCKED'
                       end as class,
                       count(d.delivery_id) as planned,
                       bool_or(d.status in ('ACCEPTED', 'DELIVERED') and d.content_class in ('FULL', 'REDACTED')) as has_text,
                       bool_or(d.status in ('ACCEPTED', 'DELIVERED') and d.content_class in ('NOTICE', 'BLIND')) as has_notice
                from fan_out f
                     join planned_member m using (appeal_id, issue_version)
                     left join delivery d using (appeal_id, issue_version, member_id)
                where f.appeal_id = :id
                group by m.member_id, m.acknowledged_at)
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
        var lines = jdbc.sql(REACH)
                .param("id", appealId)
                .query((row, number) -> new Line(
                        MemberClass.valueOf(row.getString("class")),
                        row.getInt("members"),
                        row.getInt("planned"),
                        row.getInt("have_text"),
                        row.getInt("have_notice")))
                .list();
        if (lines.isEmpty() && !isPlanned(appealId)) {
            return Optional.empty();
        }
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
