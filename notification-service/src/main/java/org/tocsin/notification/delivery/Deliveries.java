package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.delivery.DueFanOut.Variant;

/** The rows, in the table {@code delivery}. Leases and due times go by the database's clock. */
@Repository
class Deliveries {

    /** What may be claimed: a message in doubt once. */
    private static final String SENDABLE =
            "(d.status in ('PLANNED', 'SCHEDULED', 'DEFERRED') or d.status = 'IN_DOUBT' and not d.resent)";

    private static final String INSERT = """
            insert into delivery (delivery_id, appeal_id, issue_version, member_id, contact_id, channel, language,
                                  content_class, content_reason, status, reason, night_of, due_at, changed_at, link_hash)
            select id, :appealId, :issueVersion, member_id, contact_id, channel, language,
                   content_class, content_reason, status, reason, night_of, due_at, changed_at, link_hash
            from unnest(:ids, :memberIds, :contactIds, :channels, :languages, :contentClasses, :contentReasons,
                        :statuses, :reasons, :nightsOf, :dueAt::timestamptz[], :changedAt::timestamptz[], :linkHashes)
                 as n (id, member_id, contact_id, channel, language, content_class, content_reason,
                       status, reason, night_of, due_at, changed_at, link_hash)""";

    private static final String NEXT_DUE = """
            select d.appeal_id, d.issue_version,
                   string_agg(distinct d.language || ' ' || d.content_class, ',') as variants
            from delivery d join fan_out f using (appeal_id, issue_version)
            where d.channel = :channel and d.due_at <= now() and f.state = 'PLANNED' and not d.appeal_id = any(:passedOver)
                  and %s
            group by d.appeal_id, d.issue_version, f.urgency
            order by array_position(array['LIFE_AT_RISK', 'URGENT', 'NORMAL'], f.urgency), min(d.due_at)
            limit 1""".formatted(SENDABLE);

    private static final String CLAIM = """
            with due as materialized (
                select d.delivery_id from delivery d
                where d.appeal_id = :appealId and d.issue_version = :issueVersion and d.channel = :channel
                      and d.due_at <= now()
                      and d.language || ' ' || d.content_class = any(:variants) and %s
                order by d.due_at, d.delivery_id
                limit :limit
                for update skip locked)
            update delivery d
            set status = 'SENDING', attempts = attempts + 1, resent = resent or status = 'IN_DOUBT',
                lease_id = :lease, lease_until = now() + :leaseMillis * interval '1 millisecond', changed_at = now()
            from due where d.delivery_id = due.delivery_id
            returning d.*""".formatted(SENDABLE);

    /** A row taken over meanwhile is left alone; one only doubted by its own sender's silence is not. */
    private static final String SETTLE = """
            update delivery d
            set status = s.status, reason = s.reason, attempts = s.attempts, due_at = s.due_at,
                provider_ref = s.provider_ref, changed_at = s.changed_at
            from unnest(:ids, :statuses, :reasons, :attempts, :dueAt::timestamptz[], :providerRefs,
                        :changedAt::timestamptz[])
                 as s (id, status, reason, attempts, due_at, provider_ref, changed_at)
            where d.delivery_id = s.id and d.lease_id = :lease and d.status in ('SENDING', 'IN_DOUBT')
            returning d.delivery_id""";

    private final JdbcClient jdbc;
    private final MemberLinks links;

    Deliveries(JdbcClient jdbc, MemberLinks links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(FanOutId id, List<Delivery> rows) {
        jdbc.sql(INSERT)
                .param("appealId", id.appealId())
                .param("issueVersion", id.issueVersion())
                .params(new DeliveryColumns(rows).planned())
                .param(
                        "linkHashes",
                        rows.stream()
                                .map(row -> links.hashOf(id, row.contactId()))
                                .toArray(byte[][]::new))
                .update();
    }

    /** The most urgent fan-out that has something to send this way now. */
    Optional<DueFanOut> nextDue(ChannelType channel, Set<UUID> passedOver) {
        return jdbc.sql(NEXT_DUE)
                .param("channel", channel.name())
                .param("passedOver", passedOver.toArray(UUID[]::new))
                .query(DeliveryRows::due)
                .optional();
    }

    /** Takes rows whose message is written, for one sender: no other gets them while the lease is renewed. */
    Claim claim(FanOutId id, ChannelType channel, Set<Variant> written, int limit, Duration lease) {
        var leaseId = UUID.randomUUID();
        var rows = jdbc.sql(CLAIM)
                .param("appealId", id.appealId())
                .param("issueVersion", id.issueVersion())
                .param("channel", channel.name())
                .param("variants", written.stream().map(Variant::written).toArray(String[]::new))
                .param("limit", limit)
                .param("lease", leaseId)
                .param("leaseMillis", lease.toMillis())
                .query(DeliveryRows::delivery)
                .list();
        return new Claim(leaseId, rows);
    }

    void renew(UUID lease, Duration length) {
        jdbc.sql("""
                        update delivery set lease_until = now() + :millis * interval '1 millisecond'
                        where lease_id = :lease and status = 'SENDING'""").param("lease", lease).param("millis", length.toMillis()).update();
    }

    /** Writes answers; returns the rows that were still this claim's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> settle(UUID lease, Collection<Delivery> answers) {
        return jdbc.sql(SETTLE)
                .param("lease", lease)
                .params(new DeliveryColumns(answers).answers())
                .query((row, number) -> row.getObject("delivery_id", UUID.class))
                .set();
    }

    /** Cancels what has not left, and sees to it that what is in doubt is not sent again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancelUnsent(UUID appealId, RowReason reason) {
        var params = Map.of("id", appealId, "reason", reason.name());
        jdbc.sql("update delivery set resent = true where appeal_id = :id and status = 'IN_DOUBT'")
                .params(params)
                .update();
        return jdbc.sql("""
                        update delivery set status = 'CANCELLED', reason = :reason, changed_at = now()
                        where appeal_id = :id and status in ('PLANNED', 'SCHEDULED', 'DEFERRED')""").params(params).update();
    }
}
