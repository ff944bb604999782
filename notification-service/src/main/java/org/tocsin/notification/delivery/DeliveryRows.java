package org.tocsin.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.delivery.DueFanOut.Variant;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/** From rows to deliveries. */
final class DeliveryRows {

    private DeliveryRows() {}

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                row.getString("member_id"),
                row.getObject("contact_id", UUID.class),
                ChannelType.valueOf(row.getString("channel")),
                Language.of(row.getString("language")).orElseThrow(),
                contentClass(row),
                row.getString("content_reason"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getBoolean("resent"),
                nightOf(row),
                row.getTimestamp("due_at").toInstant(),
                row.getString("provider_ref"),
                row.getTimestamp("changed_at").toInstant());
    }

    static DueFanOut due(ResultSet row, int number) throws SQLException {
        return new DueFanOut(fanOutId(row), Variant.parse(row.getString("variants")));
    }

    static FanOutId fanOutId(ResultSet row) throws SQLException {
        return new FanOutId(row.getObject("appeal_id", UUID.class), row.getLong("issue_version"));
    }

    private static @Nullable Country nightOf(ResultSet row) throws SQLException {
        var code = row.getString("night_of");
        return code == null ? null : new Country(code);
    }

    private static @Nullable ContentClass contentClass(ResultSet row) throws SQLException {
        var name = row.getString("content_class");
        return name == null ? null : ContentClass.valueOf(name);
    }
}
