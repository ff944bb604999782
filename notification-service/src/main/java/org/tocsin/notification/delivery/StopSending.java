package org.tocsin.notification.delivery;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.rendering.Document;

/**
 * An appeal is held, released again or recalled. From the commit on nothing of a stopped appeal is claimed, and who may
 * have it is told.
 */
@Service
class StopSending {

    private final Stops stops;
    private final FanOuts fanOuts;
    private final Deliveries deliveries;
    private final PlanSentences sentences;
    private final DeliveryEvents events;
    private final DueSignal due;
    private final InstantSource clock;

    StopSending(
            Stops stops,
            FanOuts fanOuts,
            Deliveries deliveries,
            PlanSentences sentences,
            DeliveryEvents events,
            DueSignal due,
            InstantSource clock) {
        this.stops = stops;
        this.fanOuts = fanOuts;
        this.deliveries = deliveries;
        this.sentences = sentences;
        this.events = events;
        this.due = due;
        this.clock = clock;
    }

    /** @param version of the appeal; a stop that comes after a later one is not acted on */
    @Transactional
    void handle(UUID appealId, long version, Document document) {
        if (!stops.say(appealId, version, document)) {
            return;
        }
        fanOuts.lockNewest(appealId).ifPresent(fanOut -> {
            var recalled = document.isRecall() ? recall(appealId) : 0;
            var overtaken = deliveries.cancelUnsentSentences(appealId);
            if (document.isRecall() || overtaken > 0) {
                events.cancelled(fanOut, fanOuts.advance(appealId), recalled + overtaken, clock.instant());
            }
            sentences.plan(fanOut);
        });
        due.afterCommit();
    }

    private int recall(UUID appealId) {
        fanOuts.end(appealId);
        return deliveries.cancelUnsent(appealId, RowReason.RECALLED);
    }
}
