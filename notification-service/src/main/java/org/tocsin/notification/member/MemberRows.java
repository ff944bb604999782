package org.tocsin.notification.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/** From rows to members: a row a contact, ordered by member. */
final class MemberRows {

    private MemberRows() {}

    static List<Member> members(ResultSet rows) throws SQLException {
        var members = new ArrayList<Member>();
        while (rows.next()) {
            if (members.isEmpty() || !members.getLast().id().equals(rows.getString("member_id"))) {
                members.add(member(rows));
            }
            if (rows.getString("contact_id") != null) {
                members.getLast().contacts().add(contact(rows));
            }
        }
        return members;
    }

    static Map.Entry<UUID, Address> contactAddress(ResultSet row, int number) throws SQLException {
        return Map.entry(row.getObject("contact_id", UUID.class), address(row));
    }

    static Map.Entry<String, Contact> memberContact(ResultSet row, int number) throws SQLException {
        return Map.entry(row.getString("member_id"), contact(row));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("member_id"),
                row.getString("organisation"),
                new Country(row.getString("country")),
                Arrays.stream((String[]) row.getArray("languages").getArray())
                        .map(tag -> Language.of(tag).orElseThrow())
                        .toList(),
                new ArrayList<>(),
                ContentPolicy.valueOf(row.getString("content_policy")),
                InCountryPolicy.valueOf(row.getString("in_country_policy")),
                row.getObject("valid_from", LocalDate.class),
                validTo(row),
                row.getLong("version"));
    }

    private static @Nullable LocalDate validTo(ResultSet row) throws SQLException {
        return row.getObject("valid_to", LocalDate.class);
    }

    static Contact contact(ResultSet row) throws SQLException {
        Timestamp pausedAt = row.getTimestamp("paused_at");
        return new Contact(
                row.getObject("contact_id", UUID.class),
                address(row),
                row.getBoolean("at_night"),
                pausedAt == null ? null : pausedAt.toInstant());
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(ChannelType.valueOf(row.getString("channel")), row.getString("address"));
    }
}
