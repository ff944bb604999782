package org.tocsin.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.tocsin.local.FrontDoors;
import tools.jackson.databind.JsonNode;

/** The rows of an appeal and of the sentences that followed it, as an operator sees them. */
record Rows(List<JsonNode> all) {

    private static final Set<String> MAY_HAVE_IT = Set.of("ACCEPTED", "DELIVERED", "UNKNOWN", "IN_DOUBT");

    static Rows of(FrontDoors doors, Story.Issued issued) {
        var items =
                doors.deliveries("operator-one", issued.appealId()).expect(200).path("items");
        return new Rows(StreamSupport.stream(items.spliterator(), false).toList());
    }

    /** @param document APPEAL, or the sentence */
    Rows of(String document) {
        return new Rows(all.stream()
                .filter(row -> row.path("document").asString().equals(document))
                .toList());
    }

    Rows by(String channel) {
        return new Rows(all.stream()
                .filter(row -> row.path("channel").asString().equals(channel))
                .toList());
    }

    Rows in(String... statuses) {
        return new Rows(all.stream()
                .filter(row ->
                        Arrays.asList(statuses).contains(row.path("status").asString()))
                .toList());
    }

    /** Those whose message arrived, or may have. */
    Rows left() {
        return in(MAY_HAVE_IT.toArray(String[]::new));
    }

    /** One for each row. */
    List<Way> ways() {
        return all.stream().map(Rows::way).toList();
    }

    int count() {
        return all.size();
    }

    static Way way(JsonNode row) {
        return new Way(row.path("memberId").asString(), row.path("channel").asString());
    }
}
