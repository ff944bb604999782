package org.tocsin.notification.delivery;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code delivery}, as tests look at it and let its time pass. */
public class Rows {

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void makeDue() {
        jdbc.sql(
                        "update delivery set due_at = now() - interval '1 second' where status in ('PLANNED', 'SCHEDULED', 'DEFERRED', 'IN_DOUBT')")
                .update();
    }

    Map<String, Integer> statuses() {
        return jdbc
                .sql("select status, count(*) from delivery group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
