package org.tocsin.notification.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The directory, in the tables {@code member} and {@code contact}. */
@Repository
public class Members {

    private static final String ALL = """
            select m.member_id, m.organisation, m.country, m.languages, m.content_policy, m.in_country_policy,
                   m.valid_from, m.valid_to, m.version, c.contact_id, c.channel, c.address, c.at_night, c.paused_at
            from member m left join contact c on c.member_id = m.member_id and c.retired_at is null
            where %s
            order by m.member_id, c.position""";

    private static final String UPSERT_MEMBERS = """
            insert into member (member_id, organisation, country, languages, content_policy, in_country_policy,
                                valid_from, valid_to, version, changed_at)
            select id, organisation, country, string_to_array(languages, ' '), content_policy, in_country_policy,
                   valid_from, valid_to, version, :now
            from unnest(:ids, :organisations, :countries, :languages, :contentPolicies, :inCountryPolicies,
                        :validFrom::date[], :validTo::date[], :versions)
                 as n (id, organisation, country, languages, content_policy, in_country_policy, valid_from, valid_to, version)
            on conflict (member_id) do update set
                organisation = excluded.organisation, country = excluded.country, languages = excluded.languages,
                content_policy = excluded.content_policy, in_country_policy = excluded.in_country_policy,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                version = excluded.version, changed_at = excluded.changed_at""";

    private static final String RETIRE_CONTACTS = """
            update contact set retired_at = :now
            where member_id = any(:ids) and retired_at is null and not contact_id = any(:contactIds)""";

    private static final String UPSERT_CONTACTS = """
            insert into contact (contact_id, member_id, position, channel, address, at_night, paused_at)
            select id, member_id, position, channel, address, at_night, paused_at
            from unnest(:contactIds, :memberIds, :positions, :channels, :addresses, :atNight, :pausedAt::timestamptz[])
                 as n (id, member_id, position, channel, address, at_night, paused_at)
            on conflict (contact_id) do update set
                position = excluded.position, address = excluded.address, at_night = excluded.at_night,
                paused_at = excluded.paused_at, retired_at = null""";

    private static final String PAUSED_BEFORE = """
            select member_id, contact_id, channel, address, at_night, paused_at from contact
            where retired_at is not null and paused_at is not null and %s
            order by member_id, retired_at desc""";

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Member> find(String id) {
        return query("m.member_id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Whoever is a member that day. */
    public List<Member> validOn(LocalDate day) {
        return query("m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)", Map.of("day", day));
    }

    /** Where contacts are reached now; also those retired since something was planned for them. */
    public Map<UUID, Address> addresses(Collection<UUID> contactIds) {
        return jdbc
                .sql("select contact_id, channel, address from contact where contact_id = any(:ids)")
                .param("ids", contactIds.toArray(UUID[]::new))
                .query(MemberRows::contactAddress)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Member> page(String after, int limit) {
        return query(
                "m.member_id in (select member_id from member where member_id > :after order by member_id limit :limit)",
                Map.of("after", after, "limit", limit));
    }

    /** By their ids, in that order. */
    SequencedMap<String, Member> all() {
        return query("true", Map.of()).stream()
                .collect(Collectors.toMap(Member::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** Contacts that paused and were taken out of the member since, the latest first. */
    List<Contact> pausedBefore(String memberId) {
        return jdbc.sql(PAUSED_BEFORE.formatted("member_id = :id"))
                .param("id", memberId)
                .query((row, number) -> MemberRows.contact(row))
                .list();
    }

    /** The same for all members. */
    Map<String, List<Contact>> pausedBefore() {
        return jdbc.sql(PAUSED_BEFORE.formatted("true")).query(MemberRows::memberContact).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Pauses a contact that was taken out; the member as it is now has nothing of it. */
    void pauseRetired(UUID contactId, Instant at) {
        jdbc.sql("""
                        update contact set paused_at = :now
                        where contact_id = :id and retired_at is not null and paused_at is null""").param("now", Timestamp.from(at)).param("id", contactId).update();
    }

    /** Lets one change of the directory at a time through: what is saved was computed from what is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql("lock table member in share row exclusive mode").update();
    }

    /** Writes the members with exactly their contacts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Collection<Member> members, Instant at) {
        var now = Timestamp.from(at);
        var columns = new MemberColumns(members);
        jdbc.sql(UPSERT_MEMBERS).param("now", now).params(columns.members()).update();
        jdbc.sql(RETIRE_CONTACTS)
                .param("now", now)
                .param("ids", columns.ids())
                .param("contactIds", columns.contactIds())
                .update();
        jdbc.sql(UPSERT_CONTACTS).params(columns.contacts()).update();
    }

    private List<Member> query(String condition, Map<String, ?> params) {
        return jdbc.sql(ALL.formatted(condition)).params(params).query(MemberRows::members);
    }
}
