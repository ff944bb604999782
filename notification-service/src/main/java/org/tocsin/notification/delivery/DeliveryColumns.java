package org.tocsin.notification.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Deliveries as arrays, a column each, so that one statement writes them all. */
final class DeliveryColumns {

    private final List<Delivery> rows;

    DeliveryColumns(Collection<Delivery> rows) {
        this.rows = List.copyOf(rows);
    }

    Map<String, Object> planned() {
        return Map.ofEntries(
                Map.entry("ids", uuids(Delivery::id)),
                Map.entry("memberIds", texts(Delivery::memberId)),
                Map.entry("contactIds", uuids(Delivery::contactId)),
                Map.entry("channels", texts(Delivery::channel)),
                Map.entry("languages", texts(row -> row.language().tag())),
                Map.entry("contentClasses", texts(Delivery::contentClass)),
                Map.entry("contentReasons", texts(Delivery::contentReason)),
                Map.entry("statuses", texts(Delivery::status)),
                Map.entry("reasons", texts(Delivery::reason)),
                Map.entry(
                        "nightsOf",
                        texts(row ->
                                row.nightOf() == null ? null : row.nightOf().code())),
                Map.entry("dueAt", texts(Delivery::dueAt)),
                Map.entry("changedAt", texts(Delivery::changedAt)));
    }

    Map<String, Object> answers() {
        return Map.of(
                "ids", uuids(Delivery::id),
                "statuses", texts(Delivery::status),
                "reasons", texts(Delivery::reason),
                "attempts", rows.stream().map(Delivery::attempts).toArray(Integer[]::new),
                "dueAt", texts(Delivery::dueAt),
                "providerRefs", texts(Delivery::providerReference),
                "changedAt", texts(Delivery::changedAt));
    }

    private UUID[] uuids(Function<Delivery, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    /** Absent values become SQL's null. */
    private String[] texts(Function<Delivery, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }
}
