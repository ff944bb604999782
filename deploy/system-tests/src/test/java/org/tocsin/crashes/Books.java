package org.tocsin.crashes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;

/** What stands in the services' databases. */
record Books(LocalStack stack) {

    /** Events that have not left. */
    long pending(Service service) {
        return count(service, "select count(*) from outbox where published_at is null");
    }

    /** Identities of all events that services have told. */
    List<String> told() {
        return Stream.of(Service.values())
                .flatMap(service -> column(service, "select id from outbox").stream())
                .toList();
    }

    /** How often the ledger holds each event. */
    Map<String, Long> archived() {
        return column(Service.ARCHIVE, "select event_id from ledger where event_id is not null").stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** How often the ledger tells that an incident came in. */
    long archivedAsReceived(String incidentId) {
        return count(
                Service.ARCHIVE,
                "select count(*) from ledger where key = convert_to('%s', 'UTF8') and type like '%%.IncidentReceived'"
                        .formatted(incidentId));
    }

    long quarantined(Service service) {
        return count(service, "select count(*) from quarantine");
    }

    /** What a query of one number says. */
    long count(Service service, String sql) {
        return Long.parseLong(column(service, sql).getFirst());
    }

    private List<String> column(Service service, String sql) {
        var values = new ArrayList<String>();
        try (var database = stack.database(service);
                var rows = database.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
