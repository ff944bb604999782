package org.tocsin.intake.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spaces calls out, all callers together: guessing gets slow for everybody, and nobody has to be remembered. A burst may
 * go at once; the rest queue.
 */
class GlobalDelay {

    private final Duration spacing;
    private final Duration head;
    private final Duration longest;
    private final InstantSource clock;

    private @Nullable Instant last;

    GlobalDelay(Duration spacing, int burst, Duration longest, InstantSource clock) {
        this.spacing = spacing;
        this.head = spacing.multipliedBy(burst - 1L);
        this.longest = longest;
        this.clock = clock;
    }

    /** How long the next call has to wait, its place in the queue taken; nothing when the queue is too long. */
    synchronized Optional<Duration> next() {
        var now = clock.instant();
        var free = last == null ? now : last.plus(spacing);
        var turn = free.isBefore(now) ? now : free;
        var delay = Duration.between(now.plus(head), turn);
        if (delay.compareTo(longest) > 0) {
            return Optional.empty();
        }
        last = turn;
        return Optional.of(delay.isNegative() ? Duration.ZERO : delay);
    }
}
