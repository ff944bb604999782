package org.tocsin.platform.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.tocsin.platform.outbox.Publisher.Outcome;

/**
 * Moves committed events to Kafka, oldest first, at least once. The transaction stays open while Kafka is awaited: its
 * lock is what keeps a second relay from breaking the order.
 */
class OutboxRelay {

    private final OutboxTable table;
    private final Publisher publisher;
    private final TransactionOperations transaction;
    private final int batchSize;

    OutboxRelay(OutboxTable table, Publisher publisher, TransactionOperations transaction, int batchSize) {
        this.table = table;
        this.publisher = publisher;
        this.transaction = transaction;
        this.batchSize = batchSize;
    }

    /** What one pass found. */
    enum Pass {
        /** Nothing to do, or another instance is at it. */
        IDLE,
        /** Everything there was has left. */
        PUBLISHED,
        /** A full batch has left; there may be more. */
        FULL
    }

    /**
     * Publishes one batch.
     *
     * @throws NotPublished when a part of it could not leave
     */
    Pass run() throws NotPublished {
        if (!table.hasPending()) {
            return Pass.IDLE;
        }
        var outcome = transaction.execute(status -> {
            if (!table.holdsRelayLock()) {
                return null; // another instance is publishing
            }
            var published = publisher.publish(table.oldestPending(batchSize));
            table.markPublished(published.stored()); // a crash before this line repeats events; consumers drop repeats
            return published;
        });
        return passOf(outcome);
    }

    private Pass passOf(@Nullable Outcome outcome) throws NotPublished {
        if (outcome == null) {
            return Pass.IDLE;
        }
        if (outcome.failure() != null) {
            throw new NotPublished(outcome.failure());
        }
        var left = outcome.stored().size();
        return left == 0 ? Pass.IDLE : left < batchSize ? Pass.PUBLISHED : Pass.FULL;
    }

    /** Kafka or the registry did not take an event; it stays where it is. */
    static final class NotPublished extends Exception {
        NotPublished(Throwable cause) {
            super(cause);
        }
    }
}
