package org.tocsin.notification.delivery;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the sentence of the stop that stands for everybody who may have what it speaks of, and for nobody else: by the
 * same channel, in the same language, showing no more. Planned again whenever rows are settled, since a row that was being
 * sent when the stop came is known to have left only then; nobody gets one twice.
 */
@Service
class PlanSentences {

    private final Stops stops;
    private final FanOuts fanOuts;
    private final Deliveries deliveries;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;
    private final TimeBasedEpochGenerator ids;
    private final InstantSource clock;

    PlanSentences(
            Stops stops,
            FanOuts fanOuts,
            Deliveries deliveries,
            DeliveryEvents events,
            DeliveryMetrics metrics,
            TimeBasedEpochGenerator ids,
            InstantSource clock) {
        this.stops = stops;
        this.fanOuts = fanOuts;
        this.deliveries = deliveries;
        this.events = events;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param fanOut locked */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(FanOut fanOut) {
        stops.of(fanOut.id().appealId()).ifPresent(stop -> {
            var now = clock.instant();
            var rows = deliveries.untold(fanOut.id(), stop).stream()
                    .map(row -> row.followedBy(ids.generate(), stop, now))
                    .toList();
            if (!rows.isEmpty()) {
                deliveries.insert(fanOut.id(), rows);
                events.planned(fanOut, fanOuts.advance(fanOut.id().appealId()), stop.document(), rows, now);
                metrics.afterCommit(rows);
            }
        });
    }
}
