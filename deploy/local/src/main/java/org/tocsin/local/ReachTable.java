package org.tocsin.local;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The reach of an appeal for reading: members by class, and rows by channel, language and what became of them. */
final class ReachTable {
    private ReachTable() {}

    static String text(JsonNode reach, JsonNode deliveries) {
        var text = new StringBuilder("Reach of %d members (%d rows planned)%n"
                .formatted(reach.path("members").asInt(), reach.path("planned").asInt()));
        reach.path("classes").forEachEntry((name, count) -> {
            if (count.asInt() > 0) {
                text.append("  %-14s %4d%n".formatted(word(name), count.asInt()));
            }
        });
        text.append("%nBy channel and language%n".formatted());
        rows(deliveries).forEach((key, count) -> text.append("  %-60s %4d%n".formatted(key, count)));
        return text.toString();
    }

    private static Map<String, Long> rows(JsonNode deliveries) {
        return StreamSupport.stream(deliveries.path("items").spliterator(), false)
                .collect(Collectors.groupingBy(ReachTable::key, TreeMap::new, Collectors.counting()));
    }

    private static String key(JsonNode row) {
        var reason = row.path("reason").asString("");
        return "%-6s %s  %-9s %s%s"
                .formatted(
                        word(row.path("channel").asString()),
                        row.path("language").asString(),
                        word(row.path("contentClass").asString("")),
                        word(row.path("status").asString()),
                        reason.isEmpty() ? "" : ": " + word(reason));
    }

    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
