package org.tocsin.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Joins segments to texts, whatever order they come in; a text is there when its last segment is. */
final class SmsInbox {
    private final List<CapturedText> texts = new ArrayList<>();
    private final Map<Joined, TreeMap<Integer, SmsSegment>> incomplete = new HashMap<>();

    private record Joined(String recipient, int reference, int parts) {}

    synchronized void take(SmsSegment segment, Instant now) {
        var key = new Joined(segment.recipient(), segment.reference(), segment.parts());
        var parts = incomplete.computeIfAbsent(key, _ -> new TreeMap<>());
        parts.put(segment.part(), segment);
        if (parts.size() == segment.parts()) {
            incomplete.remove(key);
            var text = parts.values().stream().map(SmsSegment::text).collect(Collectors.joining());
            texts.add(new CapturedText(segment.recipient(), text, segment.parts(), segment.encoding(), now));
        }
    }

    synchronized List<CapturedText> texts() {
        return List.copyOf(texts);
    }

    synchronized void clear() {
        texts.clear();
        incomplete.clear();
    }
}
