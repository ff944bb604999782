package org.tocsin.notification.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    private final Stops stops;
    private final PlanSentences sentences;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;

    SettleDeliveries(
            FanOuts fanOuts,
            Deliveries deliveries,
            Doubts doubts,
            StoredReceipts receipts,
            Stops stops,
            PlanSentences sentences,
            DeliveryEvents events,
            DeliveryMetrics metrics,
            InstantSource clock) {
        this.fanOuts = fanOuts;
        this.deliveries = deliveries;
        this.doubts = doubts;
        this.receipts = receipts;
        this.stops = stops;
        this.sentences = sentences;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** One commit and one event for the whole batch. */
    @Transactional
    void handle(FanOutId id, UUID lease, List<Delivery> answers) {
        var fanOut = fanOuts.lock(id).orElseThrow();
        var now = clock.instant();
        var stop = stops.of(id.appealId());
        var last = answers.stream()
                .map(answer -> whyOver(answer, fanOut, stop)
                        .map(reason -> answer.cancelled(reason, now))
                        .orElse(answer))
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

    /** What was put back or deferred meanwhile is not to be sent any more if its time is over. */
    private static Optional<RowReason> whyOver(Delivery answer, FanOut fanOut, Optional<Stop> stop) {
        if (!answer.isWaiting()) {
            return Optional.empty();
        }
        var follow = answer.follows();
        if (follow != null) {
            return stop.filter(follow::says).isPresent() ? Optional.empty() : Optional.of(RowReason.OVERTAKEN);
        }
        if (!fanOut.cancelled()) {
            return Optional.empty();
        }
        var recalled = stop.filter(last -> last.document().isRecall()).isPresent();
        return Optional.of(recalled ? RowReason.RECALLED : RowReason.ISSUE_CANCELLED);
    }

    private void tell(FanOut fanOut, List<Delivery> rows) {
        if (!rows.isEmpty()) {
            events.settled(fanOut, fanOuts.advance(fanOut.id().appealId()), rows);
            metrics.afterCommit(fanOut, rows);
            sentences.plan(fanOut);
        }
    }
}
