package org.tocsin.notification.delivery;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The issue was taken back: what has not left does not leave. */
@Service
class CancelDeliveries {

    private final FanOuts fanOuts;
    private final Stops stops;
    private final Deliveries deliveries;
    private final DeliveryEvents events;
    private final InstantSource clock;

    CancelDeliveries(FanOuts fanOuts, Stops stops, Deliveries deliveries, DeliveryEvents events, InstantSource clock) {
        this.fanOuts = fanOuts;
        this.stops = stops;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** @param cancelVersion of the appeal; an issue with a higher one is not touched */
    @Transactional
    void handle(UUID appealId, long cancelVersion) {
        stops.say(appealId, cancelVersion, null); // a hold of what was taken back holds nothing
        fanOuts.cancel(appealId, cancelVersion)
                .ifPresent(version -> tell(appealId, version, RowReason.ISSUE_CANCELLED));
    }

    /** Nothing of this fan-out can be sent any more, for a reason of its own. */
    @Transactional
    void handle(FanOutId id, RowReason reason) {
        fanOuts.lock(id).filter(fanOut -> !fanOut.cancelled()).ifPresent(fanOut -> {
            var version = fanOuts.end(id.appealId());
            tell(id.appealId(), version, reason);
        });
    }

    private void tell(UUID appealId, long version, RowReason reason) {
        var rows = deliveries.cancelUnsent(appealId, reason);
        var fanOut = fanOuts.newest(appealId).orElseThrow();
        events.cancelled(fanOut, version, rows, clock.instant());
    }
}
