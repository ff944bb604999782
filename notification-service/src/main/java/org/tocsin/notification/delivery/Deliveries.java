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
import org.tocsin.notification.rendering.Document;

/** The rows, in the table {@code delivery}. Leases and due times go by the database's clock. */
@Repository
class Deliveries {

    /** What may be claimed: a message in doubt once. */
    private static final String SENDABLE =
            "(d.status in ('PLANNED', 'SCHEDULED', 'DEFERRED') or d.status = 'IN_DOUBT' and not d.resent)";

    /** Sentences always leave; the appeal itself not while it is held. */
    private static final String MAY_LEAVE = """
            (d.document <> 'APPEAL' or not exists (
                select from stop s where s.appeal_id = d.appeal_id and s.document <> 'GO_ON'))""";

    /** Also what was sent a second time in vain: the first may have arrived. */
    private static final String MAY_HAVE_LEFT = """
            (d.status in ('ACCEPTED', 'DELIVERED', 'UNKNOWN', 'IN_DOUBT')
             or d.resent and d.status in ('DEFERRED', 'FAILED', 'SCHEDULED', 'CANCELLED'))""";

    private static final String UNTOLD = """
            select d.* from delivery d
            where d.appeal_id = :appealId and d.issue_version = :issueVersion
                  and d.document = :source and d.document_version = :sourceVersion and %s
                  and not exists (
                      select from delivery told
                      where told.follows = coalesce(d.follows, d.delivery_id)
                            and told.document = :document and told.document_version = :version)""".formatted(MAY_HAVE_LEFT);

    private static final String INSERT = """
            insert into delivery (delivery_id, appeal_id, issue_version, member_id, contact_id, channel, language,
                                  content_class, content_reason, status, reason, document, document_version, follows, night_of, due_at,
                                  changed_at, link_hash)
            select id, :appealId, :issueVersion, member_id, contact_id, channel, language,
                   content_class, content_reason, status, reason, document, document_version, follows, night_of, due_at,
                   changed_at, link_hash
            from unnest(:ids, :memberIds, :contactIds, :channels, :languages, :contentClasses, :contentReasons,
                        :statuses, :reasons, :documents, :documentVersions, :follows, :nightsOf, :dueAt::timestamptz[], :changedAt::timestamptz[], :linkHashes)
                 as n (id, member_id, contact_id, channel, language, content_class, content_reason,
                       status, reason, document, document_version, follows, night_of, due_at, changed_at, link_hash)""";

    private static final String NEXT_DUE = """
            select d.appeal_id, d.issue_version,
                   string_agg(distinct d.document || ' ' || d.language || ' ' || d.content_class, ',') as variants
            from delivery d join fan_out f using (appeal_id, issue_version)
            where d.channel = :channel and d.due_at <= now() and not d.appeal_id = any(:passedOver)
                  and (d.document <> 'APPEAL' or f.state = 'PLANNED') and %s and %s
            group by d.appeal_id, d.issue_version, f.urgency
            order by bool_or(d.document <> 'APPEAL') desc,
                     array_position(array['LIFE_AT_RISK', 'URGENT', 'NORMAL'], f.urgency), min(d.due_at)
            limit 1""".formatted(SENDABLE, MAY_LEAVE);

    private static final String CLAIM = """
            with due as materialized (
                select d.delivery_id from delivery d
                where d.appeal_id = :appealId and d.issue_version = :issueVersion and d.channel = :channel
                      and d.due_at <= now()
                      and d.document || ' ' || d.language || ' ' || d.content_class = any(:variants) and %s and %s
                order by d.document = 'APPEAL', d.due_at, d.delivery_id
                limit :limit
                for update skip locked)
            update delivery d
            set status = 'SENDING', attempts = attempts + 1, resent = resent or status = 'IN_DOUBT',
                lease_id = :lease, lease_until = now() + :leaseMillis * interval '1 millisecond', changed_at = now()
            from due where d.delivery_id = due.delivery_id
            returning d.*""".formatted(SENDABLE, MAY_LEAVE);

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
                                .map(row -> row.follows() == null ? links.hashOf(id, row.contactId()) : null)
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

    /** Rows whose reader may have what the stop speaks of and has not been told: of a hold's end, the hold itself. */
    List<Delivery> untold(FanOutId id, Stop stop) {
        var answers = stop.answers();
        return jdbc.sql(UNTOLD)
                .param("appealId", id.appealId())
                .param("issueVersion", id.issueVersion())
                .param("source", stop.document() == Document.GO_ON ? "WAIT" : "APPEAL")
                .param("sourceVersion", answers == null ? 0 : answers)
                .param("document", stop.document().name())
                .param("version", stop.version())
                .query(DeliveryRows::delivery)
                .list();
    }

    /** Cancels sentences that have not left, since another word stands now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancelUnsentSentences(UUID appealId) {
        return jdbc.sql("""
                        update delivery set status = 'CANCELLED', reason = 'OVERTAKEN', changed_at = now()
                        where appeal_id = :id and document <> 'APPEAL' and status in ('PLANNED', 'SCHEDULED', 'DEFERRED')""").param("id", appealId).update();
    }

    /** Cancels what has not left of the appeal, and sees to it that what is in doubt is not sent again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancelUnsent(UUID appealId, RowReason reason) {
        var params = Map.of("id", appealId, "reason", reason.name());
        jdbc.sql(
                        "update delivery set resent = true where appeal_id = :id and document = 'APPEAL' and status = 'IN_DOUBT'")
                .params(params)
                .update();
        return jdbc.sql("""
                        update delivery set status = 'CANCELLED', reason = :reason, changed_at = now()
                        where appeal_id = :id and document = 'APPEAL' and status in ('PLANNED', 'SCHEDULED', 'DEFERRED')""").params(params).update();
    }
}
