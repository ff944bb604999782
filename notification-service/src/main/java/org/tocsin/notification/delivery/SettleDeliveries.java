package org.tocsin.notification.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what became of rows: a batch of answers or of receipts, of claims whose sender is lost, or of doubts that nothing
 * solved.
 */
@Service
class SettleDeliveries {

    private final FanOuts fanOuts;
    private final Deliveries deliveries;
    private final Doubts doubts;
    private final StoredReceipts receipts;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;

    SettleDeliveries(
            FanOuts fanOuts,
            Deliveries deliveries,
            Doubts doubts,
            StoredReceipts receipts,
            DeliveryEvents events,
            DeliveryMetrics metrics,
            InstantSource clock) {
        this.fanOuts = fanOuts;
        this.deliveries = deliveries;
        this.doubts = doubts;
        this.receipts = receipts;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** One commit and one event for the whole batch. */
    @Transactional
    void handle(FanOutId id, UUID lease, List<Delivery> answers) {
        var fanOut = fanOuts.lock(id).orElseThrow();
        var now = clock.instant();
        var last = answers.stream()
                .map(answer -> fanOut.cancelled() && answer.status() == DeliveryStatus.DEFERRED
                        ? answer.cancelled(RowReason.ISSUE_CANCELLED, now)
                        : answer)
                .toList();
        var still = deliveries.settle(lease, last);
        tell(fanOut, last.stream().filter(row -> still.contains(row.id())).toList());
    }

    /** A claim that nobody renewed: its rows may have gone out. */
    @Transactional
    void doubtLost(FanOutId id) {
        fanOuts.lock(id).ifPresent(fanOut -> tell(fanOut, doubts.doubtLost(id)));
    }

    /** In doubt after the one resend, and no proof came. */
    @Transactional
    void giveUpDoubts(FanOutId id) {
        fanOuts.lock(id).ifPresent(fanOut -> tell(fanOut, doubts.giveUp(id)));
    }

    /** Taken by the far side, which has told since what became of it. */
    @Transactional
    void byReceipts(FanOutId id) {
        fanOuts.lock(id).ifPresent(fanOut -> tell(fanOut, receipts.settle(id)));
    }

    /** Taken by the far side, which tells nothing more. */
    @Transactional
    void giveUpReceipts(FanOutId id) {
        fanOuts.lock(id).ifPresent(fanOut -> tell(fanOut, doubts.giveUpReceipts(id)));
    }

    private void tell(FanOut fanOut, List<Delivery> rows) {
        if (!rows.isEmpty()) {
            events.settled(fanOut, fanOuts.advance(fanOut.id().appealId()), rows);
            metrics.afterCommit(fanOut, rows);
        }
    }
}
