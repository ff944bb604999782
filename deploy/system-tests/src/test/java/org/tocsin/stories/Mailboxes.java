package org.tocsin.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tocsin.local.FrontDoors;
import tools.jackson.databind.JsonNode;

/** What every member got, by each way and in order, since the captured messages were last forgotten. */
record Mailboxes(Map<Way, List<JsonNode>> messages) {

    static Mailboxes of(FrontDoors doors) {
        var ways = ways(doors);
        return new Mailboxes(Stream.of("EMAIL", "SMS")
                .flatMap(channel -> stream(doors.captured(channel)))
                .collect(Collectors.groupingBy(message -> {
                    var way = ways.get(plain(message.path("recipient").asString()));
                    if (way == null) {
                        throw new AssertionError("a message went to an address that is not in the directory");
                    }
                    return way;
                })));
    }

    List<JsonNode> at(Way way) {
        return messages.getOrDefault(way, List.of());
    }

    /** How many messages each got, whoever got none left out. */
    Map<Way, Long> counts() {
        return messages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, box ->
                (long) box.getValue().size()));
    }

    private static Map<String, Way> ways(FrontDoors doors) {
        var ways = new HashMap<String, Way>();
        var members = doors.get(doors.ports().notification(), "/api/v1/members?limit=1000", "member-admin-one")
                .expect(200)
                .path("items");
        stream(members)
                .forEach(member -> stream(member.path("contacts"))
                        .forEach(contact -> ways.put(
                                plain(contact.path("address").asString()),
                                new Way(
                                        member.path("memberId").asString(),
                                        contact.path("channel").asString()))));
        return ways;
    }

    /** Providers write a number with the sign or without. */
    private static String plain(String address) {
        return address.replace("+", "");
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
