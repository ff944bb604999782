package org.tocsin.platform.inbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.platform.web.Caller;

/** What the operator sees and presses. Ids and reasons only, never content. */
@RestController
@RequestMapping("/api/v1/quarantine")
class QuarantineController {

    private static final int PAGE = 100;

    private final Quarantine quarantine;
    private final RedriveQuarantined redriving;
    private final DiscardQuarantined discarding;

    QuarantineController(Quarantine quarantine, RedriveQuarantined redriving, DiscardQuarantined discarding) {
        this.quarantine = quarantine;
        this.redriving = redriving;
        this.discarding = discarding;
    }

    @GetMapping
    @PreAuthorize("hasRole('OPERATOR')")
    Page list(@RequestParam(required = false) @Nullable UUID cursor) {
        var items = quarantine.waiting(cursor, PAGE).stream().map(Item::of).toList();
        return new Page(items, items.size() < PAGE ? null : items.getLast().id().toString());
    }

    @PostMapping("/{id}/redrive")
    @PreAuthorize("hasRole('OPERATOR')")
    Redriven redrive(@PathVariable UUID id, Caller caller) {
        return switch (redriving.handle(id, caller.account())) {
            case RedriveQuarantined.Result.NotFound() -> throw new QuarantinedRecordNotFound();
            case RedriveQuarantined.Result.Done(var count) -> new Redriven("REDRIVEN", count, null, null);
            case RedriveQuarantined.Result.StillWaiting(var count, var at, var reason) ->
                new Redriven("STILL_WAITING", count, at, reason);
            case RedriveQuarantined.Result.NotNow(var count) -> new Redriven("NOT_NOW", count, null, null);
        };
    }

    @PostMapping("/{id}/discard")
    @PreAuthorize("hasRole('OPERATOR')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @Valid @RequestBody Discard body, Caller caller) {
        switch (discarding.handle(id, caller.account(), body.reason().strip())) {
            case DISCARDED -> {}
            case NOT_FOUND -> throw new QuarantinedRecordNotFound();
            case NOT_FAILED -> throw new QuarantinedRecordNotFailed();
        }
    }

    /** @param reason why nobody will ever act on the record; kept beside it */
    record Discard(@NotBlank @Size(max = 500) String reason) {}

    record Page(List<Item> items, @Nullable String nextCursor) {}

    /** @param status whether it was tried and failed, or waits behind another */
    record Item(
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            QuarantinedRecord.Status status,
            PoisonRecord.@Nullable Reason reason,
            int attempts,
            Instant quarantinedAt) {

        static Item of(QuarantinedRecord record) {
            return new Item(
                    record.id(),
                    record.consumer(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    record.status(),
                    record.status() == QuarantinedRecord.Status.QUEUED ? null : record.reason(),
                    record.attempts(),
                    record.quarantinedAt());
        }
    }

    /**
     * What a redrive came to.
     *
     * @param redriven how many records of the key are done now
     * @param waitingAt the record that failed again, if one did
     */
    record Redriven(String result, int redriven, @Nullable UUID waitingAt, PoisonRecord.@Nullable Reason reason) {}
}
