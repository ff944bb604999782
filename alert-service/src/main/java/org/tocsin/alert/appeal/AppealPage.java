package org.tocsin.alert.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some appeals of a list, the newest first. */
record AppealPage(
        List<Item> items,

        @Schema(description = "hand it back as cursor for the next page") @Nullable
        String nextCursor) {

    static AppealPage of(List<AppealSummary> found, int size) {
        var shown = found.subList(0, Math.min(size, found.size()));
        var cursor = found.size() > size ? shown.getLast().appealId().toString() : null;
        return new AppealPage(shown.stream().map(Item::of).toList(), cursor);
    }

    /** An appeal without its texts. */
    @Schema(name = "AppealItem")
    record Item(
            UUID appealId,
            UUID incidentId,
            AppealStatus status,
            @Nullable String reference,
            String country,
            String urgency,
            Instant draftedAt,
            Map<String, LanguageState> languages) {

        static Item of(AppealSummary summary) {
            var languages = new TreeMap<String, LanguageState>();
            summary.languages().forEach((language, state) -> languages.put(language.tag(), state));
            return new Item(
                    summary.appealId(),
                    summary.incidentId(),
                    summary.status(),
                    summary.reference(),
                    summary.country(),
                    summary.urgency(),
                    summary.draftedAt(),
                    languages);
        }
    }
}
