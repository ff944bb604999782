package org.tocsin.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The rows of an appeal that was stopped: who may have it, and who was told so.
 *
 * @param rows of the appeal and of the sentences that followed it
 * @param notice the sentence in question
 */
record WhoGotWhat(List<JsonNode> rows, String notice) {
    private static final Set<String> UNDER_WAY = Set.of("PLANNED", "SENDING", "DEFERRED");
    private static final Set<String> MAY_HAVE_IT = Set.of("ACCEPTED", "DELIVERED", "UNKNOWN", "IN_DOUBT");

    WhoGotWhat(JsonNode deliveries, String notice) {
        this(StreamSupport.stream(deliveries.path("items").spliterator(), false).toList(), notice);
    }

    /** Nothing is under way any more, and as many sentences went the same ways as the appeal may have gone. */
    boolean everybodyTold() {
        return rows.stream().noneMatch(row -> UNDER_WAY.contains(text(row, "status")))
                && ways(mayHaveIt()).equals(ways(of(notice)));
    }

    String text() {
        var text = new StringBuilder("Who got what%n".formatted());
        count(rows, WhoGotWhat::line).forEach((line, rows) -> text.append("  %-60s %4d%n".formatted(line, rows)));
        return text.append(
                        "%d rows may have the appeal, and got the sentence the same way; nobody else was written to.%n"
                                .formatted(mayHaveIt().size()))
                .toString();
    }

    private List<JsonNode> mayHaveIt() {
        return of("APPEAL").stream()
                .filter(row -> MAY_HAVE_IT.contains(text(row, "status")))
                .toList();
    }

    private List<JsonNode> of(String document) {
        return rows.stream()
                .filter(row -> text(row, "document").equals(document))
                .toList();
    }

    private static Map<String, Long> ways(Collection<JsonNode> rows) {
        return count(rows, row -> text(row, "memberId") + " " + text(row, "channel"));
    }

    private static String line(JsonNode row) {
        var reason = text(row, "reason");
        return "%-6s %-9s  %s%s"
                .formatted(
                        ReachTable.word(text(row, "channel")),
                        ReachTable.word(text(row, "document")),
                        ReachTable.word(text(row, "status")),
                        reason.isEmpty() ? "" : ": " + ReachTable.word(reason));
    }

    private static Map<String, Long> count(Collection<JsonNode> rows, Function<JsonNode, String> key) {
        return rows.stream().collect(groupingBy(key, TreeMap::new, counting()));
    }

    private static String text(JsonNode row, String property) {
        return row.path(property).asString("");
    }
}
