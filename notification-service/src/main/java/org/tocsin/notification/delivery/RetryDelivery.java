package org.tocsin.notification.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.audit.AuditTrail;

/** A person has a delivery tried again at once, after mending what made it fail. */
@Service
class RetryDelivery {

    private final FanOuts fanOuts;
    private final DeliveryLog log;
    private final DeliveryEvents events;
    private final DueSignal due;
    private final AuditTrail audit;

    RetryDelivery(FanOuts fanOuts, DeliveryLog log, DeliveryEvents events, DueSignal due, AuditTrail audit) {
        this.fanOuts = fanOuts;
        this.log = log;
        this.events = events;
        this.due = due;
        this.audit = audit;
    }

    @Transactional
    Delivery handle(UUID appealId, UUID deliveryId, String actor) {
        var id = log.fanOutOf(appealId, deliveryId).orElseThrow(DeliveryNotFound::new);
        var fanOut = fanOuts.lock(id).orElseThrow(DeliveryNotRetryable::new);
        var row = log.makeDue(deliveryId).orElseThrow(DeliveryNotRetryable::new);
        events.settled(fanOut, fanOuts.advance(appealId), List.of(row));
        audit.record(actor, "DELIVERY_RETRIED", deliveryId.toString(), AuditTrail.Outcome.ALLOWED);
        due.afterCommit();
        return row;
    }
}
