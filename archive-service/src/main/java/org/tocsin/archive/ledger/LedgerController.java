package org.tocsin.archive.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of events, and whether it is intact. No content. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Ledger")
class LedgerController {

    private final Ledger ledger;
    private final CheckIntegrity checking;

    LedgerController(Ledger ledger, CheckIntegrity checking) {
        this.ledger = ledger;
        this.checking = checking;
    }

    @GetMapping("/integrity")
    @PreAuthorize("hasAnyRole('AUDITOR', 'ANALYST', 'OPERATOR')")
    @Operation(summary = "Whether every event is as it was written; recomputes the whole hash chain")
    CheckIntegrity.Integrity integrity() {
        return checking.handle();
    }

    @GetMapping("/events")
    @PreAuthorize("hasAnyRole('AUDITOR', 'ANALYST')")
    @Operation(summary = "Every event in the order of its archiving")
    Page events(
            @RequestParam(defaultValue = "0") @Min(0) long cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        var items = ledger.after(cursor, limit).stream().map(Item::of).toList();
        return new Page(items, items.size() < limit ? null : items.getLast().seq());
    }

    record Page(List<Item> items, @Nullable Long nextCursor) {}

    /** @param decoded false when the archive could not read it and kept it as it came */
    record Item(
            long seq,
            @Nullable UUID eventId,
            String topic,
            int partition,
            long offset,
            @Nullable String type,
            @Nullable Instant occurredAt,
            boolean decoded) {

        static Item of(Ledger.Link link) {
            var entry = link.entry();
            return new Item(
                    link.seq(),
                    entry.eventId(),
                    entry.topic(),
                    entry.partition(),
                    entry.offset(),
                    entry.decoded() ? entry.type() : null,
                    entry.occurredAt(),
                    entry.decoded());
        }
    }
}
