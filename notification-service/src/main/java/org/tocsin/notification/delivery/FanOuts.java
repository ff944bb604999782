package org.tocsin.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.member.Member;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.platform.language.Language;

/** The appeals on their way, in the tables {@code fan_out}, {@code planned_member} and {@code drafted_appeal}. */
@Repository
class FanOuts {

    private static final String OPEN = """
            insert into fan_out (appeal_id, version, issue_version, seen_version, state, reference, urgency, drafted_at,
                                 planned_at, send_not_before, appeal)
            values (:id, 1, :issue, :issue, 'PLANNED', :reference, :urgency,
                    (select drafted_at from drafted_appeal where appeal_id = :id), :now, :sendNotBefore, :appeal::jsonb)
            on conflict (appeal_id) do update set
                version = fan_out.version + 1, issue_version = excluded.issue_version, seen_version = excluded.seen_version,
                state = 'PLANNED', reference = excluded.reference, urgency = excluded.urgency,
                planned_at = excluded.planned_at, send_not_before = excluded.send_not_before, appeal = excluded.appeal
            where fan_out.seen_version < excluded.seen_version
            returning version""";

    private static final String SNAPSHOT = """
            insert into planned_member (appeal_id, issue_version, member_id, country, languages, content_policy, in_country_policy)
            select :id, :issue, member_id, country, string_to_array(languages, ' '), content_policy, in_country_policy
            from unnest(:members, :countries, :languages, :contentPolicies, :inCountryPolicies)
                 as s (member_id, country, languages, content_policy, in_country_policy)""";

    private final JdbcClient jdbc;

    FanOuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remember(UUID appealId, Instant draftedAt) {
        jdbc.sql("insert into drafted_appeal (appeal_id, drafted_at) values (:id, :at) on conflict do nothing")
                .param("id", appealId)
                .param("at", Timestamp.from(draftedAt))
                .update();
    }

    /** The version of the event to tell; empty if this issue, or something later of the appeal, was acted on before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong open(IssuedAppeal appeal, Instant now) {
        return version(jdbc.sql(OPEN)
                .param("id", appeal.appealId())
                .param("issue", appeal.version())
                .param("reference", appeal.reference())
                .param("urgency", appeal.urgency().name())
                .param("now", Timestamp.from(now))
                .param("sendNotBefore", Timestamp.from(appeal.sendNotBefore()))
                .param("appeal", StoredAppeal.write(appeal)));
    }

    /** Takes the snapshot: who was a member, and what each had chosen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void snapshot(FanOutId id, List<Member> members) {
        jdbc.sql(SNAPSHOT)
                .param("id", id.appealId())
                .param("issue", id.issueVersion())
                .param("members", column(members.stream().map(Member::id)))
                .param(
                        "countries",
                        column(members.stream().map(member -> member.country().code())))
                .param(
                        "languages",
                        column(members.stream()
                                .map(member -> member.languages().stream()
                                        .map(Language::tag)
                                        .collect(Collectors.joining(" ")))))
                .param(
                        "contentPolicies",
                        column(members.stream()
                                .map(member -> member.contentPolicy().name())))
                .param(
                        "inCountryPolicies",
                        column(members.stream()
                                .map(member -> member.inCountryPolicy().name())))
                .update();
    }

    /** The version of the event to tell; empty if there is nothing to cancel, or something later was acted on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong cancel(UUID appealId, long cancelVersion) {
        return version(jdbc.sql("""
                        update fan_out set state = 'CANCELLED', seen_version = :cancel, version = version + 1
                        where appeal_id = :id and state = 'PLANNED' and seen_version < :cancel
                        returning version""").param("id", appealId).param("cancel", cancelVersion));
    }

    /** Ends a fan-out, whatever the appeal's version; returns the version of the event to tell. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long end(UUID appealId) {
        return version(jdbc.sql("""
                        update fan_out set state = 'CANCELLED', version = version + 1
                        where appeal_id = :id returning version""").param("id", appealId)).orElseThrow();
    }

    Optional<FanOut> find(FanOutId id) {
        return query("select * from fan_out where appeal_id = :id", id);
    }

    /** The newest planning of an appeal. */
    Optional<FanOut> newest(UUID appealId) {
        return newest(appealId, "select * from fan_out where appeal_id = :id");
    }

    /** The same, locked, so that events are told in the order of their versions. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FanOut> lockNewest(UUID appealId) {
        return newest(appealId, "select * from fan_out where appeal_id = :id for update");
    }

    private Optional<FanOut> newest(UUID appealId, String sql) {
        return jdbc.sql(sql)
                .param("id", appealId)
                .query((row, number) -> fanOut(row, new FanOutId(appealId, row.getLong("issue_version"))))
                .optional();
    }

    /** Locks the fan-out for the same reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FanOut> lock(FanOutId id) {
        return query("select * from fan_out where appeal_id = :id for update", id);
    }

    /** False if the member had acknowledged before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean acknowledge(FanOutId id, String memberId, Instant now) {
        return jdbc.sql("""
                        update planned_member set acknowledged_at = :now
                        where appeal_id = :appealId and issue_version = :issueVersion and member_id = :memberId
                              and acknowledged_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("appealId", id.appealId())
                        .param("issueVersion", id.issueVersion())
                        .param("memberId", memberId)
                        .update()
                == 1;
    }

    /** The version of the next event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long advance(UUID appealId) {
        return version(jdbc.sql("update fan_out set version = version + 1 where appeal_id = :id returning version")
                        .param("id", appealId))
                .orElseThrow();
    }

    private Optional<FanOut> query(String sql, FanOutId id) {
        return jdbc.sql(sql)
                .params(Map.of("id", id.appealId()))
                .query((row, number) -> fanOut(row, id))
                .optional();
    }

    private static FanOut fanOut(ResultSet row, FanOutId id) throws SQLException {
        var superseded = row.getLong("issue_version") != id.issueVersion();
        var draftedAt = row.getTimestamp("drafted_at");
        return new FanOut(
                id,
                StoredAppeal.read(row.getString("appeal")),
                draftedAt == null ? null : draftedAt.toInstant(),
                superseded || row.getString("state").equals("CANCELLED"));
    }

    private static OptionalLong version(JdbcClient.StatementSpec statement) {
        return statement.query(Long.class).optional().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static String[] column(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
