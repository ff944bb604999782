package org.tocsin.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.rendering.Document;
import org.tocsin.platform.language.Language;

/** From the token of a personal link to the message that carried it. */
@Repository
public class LinkedDeliveries {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** A message never attempted told nobody its link. */
    private static final String FIND = """
            select d.appeal_id, d.issue_version, d.member_id, d.contact_id, d.language, d.content_class,
                   f.appeal, m.acknowledged_at is not null as acknowledged,
                   coalesce(s.document, 'APPEAL') as last_word
            from delivery d
                 join fan_out f using (appeal_id, issue_version)
                 join planned_member m using (appeal_id, issue_version, member_id)
                 left join stop s using (appeal_id)
            where d.link_hash = :hash and d.attempts > 0
                  and (f.state = 'PLANNED' or s.document in ('RELEASED', 'CORRECTION', 'WITHDRAWN'))
                  and f.planned_at + :validSeconds * interval '1 second' > now()""";

    private final JdbcClient jdbc;
    private final Duration validity;

    LinkedDeliveries(JdbcClient jdbc, LinkProperties properties) {
        this.jdbc = jdbc;
        this.validity = properties.validity();
    }

    /** Empty for a token that is unknown, malformed or expired: all are answered alike. */
    public Optional<LinkedDelivery> find(String token) {
        return TOKEN.matcher(token).matches()
                ? jdbc.sql(FIND)
                        .param("hash", MemberLinks.hash(token))
                        .param("validSeconds", validity.toSeconds())
                        .query(LinkedDeliveries::linked)
                        .optional()
                : Optional.empty();
    }

    private static LinkedDelivery linked(ResultSet row, int number) throws SQLException {
        return new LinkedDelivery(
                DeliveryRows.fanOutId(row),
                StoredAppeal.read(row.getString("appeal")),
                row.getString("member_id"),
                row.getObject("contact_id", UUID.class),
                Language.of(row.getString("language")).orElseThrow(),
                ContentClass.valueOf(row.getString("content_class")),
                Document.valueOf(row.getString("last_word")),
                row.getBoolean("acknowledged"));
    }
}
